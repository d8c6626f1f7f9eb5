/// The members of a request to Amazon Bedrock Converse by what they are to the model.
///
/// Source: the API reference of `Converse` as of 2026-11.
enum BedrockMembers {
  /// Members of the request that are read, or that steer the sampling and the service and are no text the model is
  /// shown.
  static let request: Set<String> = [
    "messages", "modelId", "system", "toolConfig", "inferenceConfig", "guardrailConfig", "performanceConfig",
    "requestMetadata", "additionalModelResponseFieldPaths", "serviceTier",
  ]
  /// Members of a block with what a tool returned.
  static let result: Set<String> = ["toolUseId", "content", "status", "type"]
}
