extension ServiceAddress {
  /// The environment variables in which a key for this host is usually kept, in the order in which they are looked at;
  /// none for a host that is nobody's known service, lest a key go to whoever is behind an address.
  public var usualKeyVariables: [String] {
    let services: [(host: String, variables: [String])] = [
      ("api.openai.com", ["OPENAI_API_KEY"]), ("api.cohere.com", ["COHERE_API_KEY", "CO_API_KEY"]),
      ("api.cohere.ai", ["COHERE_API_KEY", "CO_API_KEY"]), ("api.jina.ai", ["JINA_API_KEY"]),
      ("api.voyageai.com", ["VOYAGE_API_KEY"]), ("api.pinecone.io", ["PINECONE_API_KEY"]),
    ]
    let name = host.hasSuffix(":443") ? String(host.dropLast(4)) : host
    return services.first { $0.host == name.lowercased() }?.variables ?? []
  }
}
