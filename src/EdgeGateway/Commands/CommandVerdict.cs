using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <summary>What is known of a message before anything is remembered about it.</summary>
/// <param name="Case">Who and what, as far as it could be read; claims only, while there is a fault.</param>
/// <param name="Command">The command; null when it could not be read.</param>
/// <param name="Fault">Why nobody who may order this has ordered it here; null when somebody has.</param>
public sealed record CommandVerdict(CommandCase Case, Command? Command, string? Fault);
