public import ArgumentParser
public import Tare

extension AttributionReport.Division: ExpressibleByArgument {}
