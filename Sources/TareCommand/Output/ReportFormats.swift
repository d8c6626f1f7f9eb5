import ArgumentParser
public import Tare

extension SavingsFormat: ReportFormat {}
extension HistoryFormat: ReportFormat {}
extension ForecastFormat: ReportFormat {}
