using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <param name="Answer">What <c>up/reply</c> carries.</param>
/// <param name="To">What the command's message said about answers; null when it said nothing, or when nobody knows any more.</param>
public sealed record CommandReply(CommandAnswer Answer, CommandReplyTo? To);

/// <summary>What MQTT 5 says about answers.</summary>
/// <param name="ResponseTopic">As sent; it counts only below the gateway's own prefix (contract section 6).</param>
/// <param name="CorrelationData">To be given back unchanged.</param>
public sealed record CommandReplyTo(string? ResponseTopic, ReadOnlyMemory<byte>? CorrelationData);
