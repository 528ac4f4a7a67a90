using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Dahua;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>Settings of one Dahua plate camera.</summary>
public sealed record DahuaOptions : IHasOnvif
{
    /// <summary>Default snap.</summary>
    public DahuaMode Mode { get; init; } = DahuaMode.Snap;

    /// <summary>Streams: where the camera is, and who the gateway is to it.</summary>
    public HttpPeer Peer { get; init; } = new() { Host = string.Empty, Port = HttpPeer.HttpPort };

    /// <summary>Streams: heartbeat asked of the camera, whole seconds from 1 s to 60 s; default 5 s. Three of them without a byte end the stream.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Snap: channel from 1, -1 for all; default 1.</summary>
    public int Channel { get; init; } = 1;

    /// <summary>Streams: events to attach to; default TrafficJunction.</summary>
    public IReadOnlyList<string> Codes { get; init; } = ["TrafficJunction"];

    /// <summary>Streams: whether pictures stored while the link was away are fetched afterwards; default no.</summary>
    public bool Backfill { get; init; }

    /// <summary>Streams: how far back at most, 1 min to 24 h; default 1 h.</summary>
    public TimeSpan BackfillWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Streams: how often the camera's clock is asked, 1 min to 24 h; default 1 h.</summary>
    public TimeSpan ClockEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Push: what the camera writes behind the device id in its address, at least 8 characters.</summary>
    public Secret? Token { get; init; }

    /// <summary>VIID heading of the traffic this camera sees, 1 to 9; default 9, unknown.</summary>
    public int Heading { get; init; } = 9;

    /// <summary>20-digit code of the checkpoint, or null.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>0 or 1; null: 0 on the streams, 1 in a push.</summary>
    public int? LaneBase { get; init; }

    /// <summary>Default auto.</summary>
    public DahuaConfidence Confidence { get; init; } = DahuaConfidence.Auto;

    /// <summary>Default false: boxes are 0 to 8192.</summary>
    public bool BoxesInPixels { get; init; }

    /// <summary>Address of the camera's ONVIF device service, for <c>doctor</c> only; null: not asked.</summary>
    public Uri? OnvifService { get; init; }

    public OnvifAccess? Onvif => OnvifService is { } service ? new OnvifAccess(service, Peer.User, Peer.Password, Peer.CertificateSha256) : null;

    internal DahuaAttach Attach => new(Mode == DahuaMode.Snap ? DahuaAttachSort.Pictures : DahuaAttachSort.Events, Codes, Heartbeat, Channel);

    /// <summary>What was stored of this camera; kept over reconnects.</summary>
    internal DahuaMemory Memory { get; } = new();
}
