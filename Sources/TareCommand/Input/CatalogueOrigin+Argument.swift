public import ArgumentParser
public import Tare

extension CatalogueOrigin: ExpressibleByArgument {}
