using System.Text.Json;

namespace EdgeGateway.Protocol.Commands;

/// <summary>One order of the platform, as its signed payload says it (contract section 6). Nothing here is trusted before the signature is.</summary>
public sealed record Command
{
    /// <summary>Chosen by the issuer, usually a UUID; 1 to 64 characters out of <c>A-Z a-z 0-9 . _ -</c>.</summary>
    public required string Id { get; init; }

    /// <summary>For example <c>radio.send-text</c>; lower case, two to four words with dots between them, at most 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Device id, or <c>gateway</c> for the gateway itself.</summary>
    public required string Device { get; init; }

    /// <summary>A JSON object, empty when the payload has none; nested at most <see cref="CommandLimits.PayloadDepth"/> deep together with the payload.</summary>
    public required JsonElement Args { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Deadline for the start of the execution; brokers deliver expired messages.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Who ordered it, in the platform's own words, at most 128 characters; null when it names nobody.</summary>
    public string? Issuer { get; init; }
}
