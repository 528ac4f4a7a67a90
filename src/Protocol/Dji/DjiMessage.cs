using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>One message with its envelope (drone.md section 2.2); what it does not say is null.</summary>
public sealed record DjiMessage
{
    /// <summary>Longest identifier, method or serial number; a UUID has 36 characters.</summary>
    public const int LongestName = 128;

    /// <summary>One exchange; a reply repeats it.</summary>
    public string? Tid { get; init; }

    /// <summary>One business process.</summary>
    public string? Bid { get; init; }

    public DjiMoment Sent { get; init; }

    public string? Method { get; init; }

    /// <summary>Serial number of the gateway that it says it came through.</summary>
    public string? Gateway { get; init; }

    /// <summary>Exactly when <c>need_reply</c> is 1; absent counts as 0.</summary>
    public bool NeedsReply { get; init; }

    /// <summary>Mostly an object; undefined when absent.</summary>
    public JsonElement Data { get; init; }

    /// <summary>All of it, as it came.</summary>
    public required JsonElement Root { get; init; }

    /// <summary><c>{bid}/{tid}</c>, by which a repeat of an event is known; null when it has none of both.</summary>
    public string? NativeId => Tid is null && Bid is null ? null : $"{Bid}/{Tid}";
}
