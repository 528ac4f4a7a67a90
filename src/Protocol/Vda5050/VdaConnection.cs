namespace EdgeGateway.Protocol.Vda5050;

/// <summary>Topic <c>connection</c>, also the last will, whose header is always old.</summary>
/// <param name="Header">Of the message.</param>
/// <param name="State">As it stood there; null when absent.</param>
public sealed record VdaConnection(VdaHeader Header, string? State)
{
    /// <summary>The word of 2.x for a link that broke.</summary>
    public const string Broken2 = "CONNECTIONBROKEN";

    /// <summary>The same of 3.0.</summary>
    public const string Broken3 = "CONNECTION_BROKEN";

    public const string On = "ONLINE";
    public const string Off = "OFFLINE";

    /// <summary>3.0: connected, and says nothing until it is woken.</summary>
    public const string Asleep = "HIBERNATING";

    /// <summary>Null for a word that is not known.</summary>
    public bool? IsOnline => State switch
    {
        On or Asleep => true,
        Off or Broken2 or Broken3 => false,
        _ => null,
    };
}
