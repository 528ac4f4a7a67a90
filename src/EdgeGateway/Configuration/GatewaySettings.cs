using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Configuration;

/// <summary>One gateway as its <c>gateway.json</c> describes it: read, checked, secrets resolved.</summary>
public sealed record GatewaySettings
{
    /// <summary><c>site.code</c>: the platform's code of the site, usually 20 digits; fits <c>NameRule</c>.</summary>
    public required string Site { get; init; }

    /// <summary><c>site.position</c>, WGS-84; null when the file names none.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary><c>site.checkpoint</c>, 20 digits: the checkpoint of cameras that name none; null when the file names none.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>What holds for all cameras.</summary>
    public CameraSettings Cameras { get; init; } = new();

    /// <summary><c>gateway.id</c>: also MQTT client id and certificate subject; fits <c>NameRule</c>.</summary>
    public required string Gateway { get; init; }

    public required StoreSettings Store { get; init; }

    public required UplinkSettings Uplink { get; init; }

    /// <summary>Null: nothing listens.</summary>
    public InboxSettings? Inbox { get; init; }

    /// <summary>Null: figures stay inside the process.</summary>
    public TelemetrySettings? Telemetry { get; init; }

    /// <summary>Who may order what; without the section nobody may order anything.</summary>
    public CommandSettings Commands { get; init; } = new();

    /// <summary>How many plates may be looked for, and where signed lists are found.</summary>
    public HotListSettings HotList { get; init; } = new();

    /// <summary>Where parcels are inspected; without the section every statement of a parcel is a record of its own.</summary>
    public InspectionSettings Inspection { get; init; } = new();

    /// <summary>Who flies and drives where; without the section distress, lost links and low batteries are told all the same.</summary>
    public AirspaceSettings Airspace { get; init; } = new();

    /// <summary>At least one, ids differ; those that are not enabled are here too.</summary>
    public required IReadOnlyList<DeviceSettings> Devices { get; init; }

    /// <summary>SHA-256 of the file with the overrides of the environment applied, 64 lower-case hex digits; secrets are in it as references only.</summary>
    public required string Digest { get; init; }
}
