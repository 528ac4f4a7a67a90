using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Snmp;

/// <summary>An agent, and how it is asked.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">1 to 65,535, usually 161.</param>
/// <param name="Community">1 to 64 printable ASCII characters; it goes out in the clear.</param>
/// <param name="Timeout">Longest wait for one answer; a question is asked three times.</param>
internal sealed record SnmpTarget(string Host, int Port, string Community, TimeSpan Timeout)
{
    /// <summary>Where agents listen.</summary>
    public const int UsualPort = 161;

    /// <summary>What agents are shipped with for reading.</summary>
    public const string UsualCommunity = "public";

    private const int LongestCommunity = 64;

    public SnmpVersion Version { get; init; }

    /// <summary>Whether this can be a community.</summary>
    public static bool IsCommunity(string text) => text.Length is > 0 and <= LongestCommunity && text.All(letter => letter is > ' ' and < '\u007f');
}
