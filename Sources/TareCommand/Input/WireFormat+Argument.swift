public import ArgumentParser
public import Tare

extension WireFormat: ExpressibleByArgument {}
