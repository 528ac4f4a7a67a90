namespace EdgeGateway.Drivers.Viid;

/// <summary>What the head of a request proves.</summary>
public enum ViidVerdict
{
    /// <summary>Nothing: no proof, and nobody is registered under this identity.</summary>
    Unknown,

    /// <summary>Digest with a wrong user, password, realm or path.</summary>
    Wrong,

    /// <summary>Digest made with the password, on a nonce that is too old or was used.</summary>
    Stale,

    /// <summary>The identity is registered.</summary>
    Registered,

    /// <summary>This very request carries the proof.</summary>
    Proved,
}
