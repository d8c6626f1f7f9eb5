public import ArgumentParser
public import Tare

extension Severity: ExpressibleByArgument {}
