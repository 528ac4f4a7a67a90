using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Viid;

/// <summary>How a peer that registers here proves who it is (plate-camera.md section 2.2).</summary>
public sealed record ViidLogin
{
    /// <summary>DeviceID of the peer, 20 digits.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Its login name; null takes the DeviceID.</summary>
    public string? User { get; init; }

    /// <summary>Null is an empty password, which only an operator's explicit word allows.</summary>
    public Secret? Password { get; init; }

    /// <summary>Realm of a challenge to somebody who has not said who it is.</summary>
    public const string CommonRealm = "viid";

    /// <summary>Realm of the challenge; default <c>viid</c>.</summary>
    public string Realm { get; init; } = CommonRealm;

    /// <summary>What is offered; default MD5, which every device knows.</summary>
    public ViidDigest Digest { get; init; } = ViidDigest.Md5;

    /// <summary>Keepalive period of the peer; default 90 s. After three of them without a word it is no longer registered.</summary>
    public TimeSpan Keepalive { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Whether what follows a Register must come from the same address; default true. Turn it off for peers whose NAT changes addresses.</summary>
    public bool SameAddress { get; init; } = true;

    /// <summary>Silence that ends a registration.</summary>
    public TimeSpan Patience => 3 * Keepalive;
}

/// <summary>Hashes that a challenge offers.</summary>
public enum ViidDigest
{
    Md5,

    Sha256,

    /// <summary>Two challenges, MD5 first: a peer that knows one takes the first.</summary>
    Both,
}
