using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model;

/// <summary>Something is wrong with a device, or is right again, apart from what it reads (design, contract section 2).</summary>
public sealed record DeviceStatusBody : ReadingBody
{
    public const string KindName = "device.status";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>What it is about: <c>clock</c>, <c>vswr</c>, <c>temperature</c>, <c>link</c>; open set.</summary>
    public required string What { get; init; }

    /// <summary><c>begins</c> or <c>ends</c>.</summary>
    public required string State { get; init; }

    /// <summary>Since when, by the gateway's clock: of the trouble with <c>begins</c>, of its end with <c>ends</c>.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? Since { get; init; }

    /// <summary>The device's clock against the gateway's in milliseconds: negative when it is behind.</summary>
    public long? OffsetMs { get; init; }

    /// <summary>How far that may be wrong, in milliseconds.</summary>
    public long? UncertaintyMs { get; init; }

    /// <summary>What is allowed, in milliseconds.</summary>
    public long? LimitMs { get; init; }

    /// <summary>How it was found out: <c>readings</c> or <c>asked</c>.</summary>
    public string? From { get; init; }

    /// <summary>How bad it is: <c>critical</c>, <c>major</c>, <c>minor</c> or <c>notice</c> (pdt-radio.md section 13); null where nobody ranks it.</summary>
    public string? Severity { get; init; }

    /// <summary>What it belongs to: <c>communication</c>, <c>software</c>, <c>environment</c>, <c>qos</c>, <c>equipment</c> or <c>network</c>; null where nobody sorts it.</summary>
    public string? Category { get; init; }

    /// <summary>Which way it is wrong, where there are several: <c>low</c>, <c>high</c>, <c>abnormal</c>, or the device's own number.</summary>
    public string? Level { get; init; }

    /// <summary>What to do, for a person, in English.</summary>
    public string? Advice { get; init; }

    /// <summary>The same in Chinese.</summary>
    public string? AdviceZh { get; init; }
}
