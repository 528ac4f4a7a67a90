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

    /// <summary>Pull: name or address of the camera.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>Pull: 1 to 65,535; default 80, with https 443.</summary>
    public int Port { get; init; } = HttpPeer.HttpPort;

    /// <summary>Pull: whether to speak TLS; default no.</summary>
    public bool Https { get; init; }

    /// <summary>Pull with https: SHA-256 of the camera's own certificate, 64 hex digits; null trusts the authorities of the system.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>Pull: user of the camera, printable ASCII without colon; null sends no credentials.</summary>
    public string? User { get; init; }

    /// <summary>Pull: password of that user.</summary>
    public Secret? Password { get; init; }

    /// <summary>Pull: longest wait for the answer, 1 s to 60 s; default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

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

    public OnvifAccess? Onvif => OnvifService is { } service ? new OnvifAccess(service, User, Password, CertificateSha256) : null;

    internal HttpPeer Peer => new()
    {
        Host = Host,
        Port = Port,
        Https = Https,
        CertificateSha256 = CertificateSha256,
        User = User,
        Password = Password,
        ConnectTimeout = ConnectTimeout,
    };

    /// <summary>Which path the camera answered last; kept over reconnects.</summary>
    internal AlertStreamPath Path { get; } = new();
}
