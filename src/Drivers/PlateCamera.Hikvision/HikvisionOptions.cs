using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Hikvision;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>Settings of one Hikvision plate camera.</summary>
public sealed record HikvisionOptions : IHasOnvif
{
    /// <summary>Default pull.</summary>
    public HikvisionDirection Direction { get; init; } = HikvisionDirection.Pull;

    /// <summary>Pull: where the camera is, and who the gateway is to it.</summary>
    public HttpPeer Peer { get; init; } = new() { Host = string.Empty, Port = HttpPeer.HttpPort };

    /// <summary>Pull: longest silence of an open stream until the rhythm of its heartbeats is known, 2 s to 1 h; default 30 s.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pull: whether the camera is asked for its time beside the stream, every half hour; default yes.</summary>
    public bool AskClock { get; init; } = true;

    /// <summary>Push: what the camera writes behind the device id in its address, at least 8 characters.</summary>
    public Secret? Token { get; init; }

    /// <summary>VIID heading of the traffic this camera sees, 1 to 9; default 9, unknown.</summary>
    public int Heading { get; init; } = 9;

    /// <summary>20-digit code of the checkpoint; null takes what the camera says.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Address of the camera's ONVIF device service, for <c>doctor</c> only; null: not asked.</summary>
    public Uri? OnvifService { get; init; }

    public OnvifAccess? Onvif => OnvifService is { } service ? new OnvifAccess(service, Peer.User, Peer.Password, Peer.CertificateSha256) : null;

    /// <summary>Which path the camera answered last; kept over reconnects.</summary>
    internal AlertStreamPath Path { get; } = new();
}
