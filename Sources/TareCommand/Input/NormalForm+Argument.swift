public import ArgumentParser
public import Tare

extension NormalForm: ExpressibleByArgument {}
