using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>A kiosk as a whole; on change and every few minutes.</summary>
public sealed record KioskStateBody : KioskBody
{
    public const string KindName = "kiosk.state";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>The worst of its modules: <c>ok</c>, <c>starting</c>, <c>warning</c>, <c>maintenance</c>, <c>fault</c>, <c>offline</c>, <c>alarm</c>, <c>unknown</c>.</summary>
    public required string Health { get; init; }

    /// <summary><c>up</c> or <c>down</c>: whether the gateway reaches it, or hears it.</summary>
    public required string Link { get; init; }

    /// <summary><c>in-service</c>, <c>out-of-service</c>, <c>maintenance</c>; null when nothing says so.</summary>
    public string? Mode { get; init; }

    /// <summary>Version of the kiosk's own software.</summary>
    public string? Application { get; init; }

    /// <summary>Who made it, as its publisher says.</summary>
    public string? Vendor { get; init; }

    /// <summary>Seconds since its software started.</summary>
    public long? UptimeSeconds { get; init; }

    /// <summary>How many modules it has.</summary>
    public int? Modules { get; init; }

    /// <summary>Modules that are not ok, by name.</summary>
    public IReadOnlyList<string>? Troubled { get; init; }

    /// <summary>Names of what changed and made this reading; null for a periodic one.</summary>
    public IReadOnlyList<string>? Changed { get; init; }
}
