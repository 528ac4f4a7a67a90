using System.Collections.Frozen;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>How a command ended (kiosk.md section 1.3).</summary>
/// <param name="Code">As sent when it is one of the standard's, else <see cref="Other"/>.</param>
/// <param name="Next">What to do now.</param>
public sealed record XfsCompletion(string Code, XfsNext Next)
{
    public const string Other = "other";

    private static readonly FrozenDictionary<string, XfsNext> s_next = new Dictionary<string, XfsNext>(StringComparer.OrdinalIgnoreCase)
    {
        ["success"] = XfsNext.Use,
        ["unsupportedCommand"] = XfsNext.OtherVersion,
        ["unsupportedData"] = XfsNext.OtherVersion,
        ["invalidCommand"] = XfsNext.OtherVersion,
        ["timeOut"] = XfsNext.Later,
        ["canceled"] = XfsNext.Later,
        ["deviceNotReady"] = XfsNext.Later,
        ["sequenceError"] = XfsNext.Later,
        ["internalError"] = XfsNext.Later,
        ["hardwareError"] = XfsNext.Trouble,
        ["fraudAttempt"] = XfsNext.Trouble,
        ["userError"] = XfsNext.Trouble,
        ["authorisationRequired"] = XfsNext.NoAccess,
        ["noCommandNonce"] = XfsNext.NoAccess,
        ["invalidToken"] = XfsNext.NoAccess,
        ["invalidTokenNonce"] = XfsNext.NoAccess,
        ["invalidTokenHMAC"] = XfsNext.NoAccess,
        ["invalidTokenFormat"] = XfsNext.NoAccess,
        ["invalidTokenKeyNoValue"] = XfsNext.NoAccess,
        ["notEnoughSpace"] = XfsNext.Later,
        ["invalidData"] = XfsNext.OurFault,
        ["invalidRequestID"] = XfsNext.OurFault,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="code">As sent; null when it was missing.</param>
    /// <param name="command">A publisher says <c>internalError</c> where a device's service says that it does not know the version.</param>
    /// <param name="speaksOfVersion">True when its text has the word version.</param>
    internal static XfsCompletion Of(string? code, XfsCommand command, bool speaksOfVersion)
    {
        if (code is null || !s_next.TryGetValue(code, out var next))
        {
            bool isToken = code?.StartsWith("invalidToken", StringComparison.OrdinalIgnoreCase) == true;
            return new XfsCompletion(Other, isToken ? XfsNext.NoAccess : XfsNext.Later);
        }

        bool isVersion = code.Equals("internalError", StringComparison.OrdinalIgnoreCase) && (command == XfsCommand.GetServices || speaksOfVersion);
        return new XfsCompletion(s_next.Keys.First(name => name.Equals(code, StringComparison.OrdinalIgnoreCase)), isVersion ? XfsNext.OtherVersion : next);
    }
}

/// <summary>What to do after a completion (kiosk.md section 1.3); a closed set.</summary>
public enum XfsNext
{
    /// <summary>It was done: take what it says.</summary>
    Use,

    /// <summary>Try another version once; then it is not offered, and is not asked for again.</summary>
    OtherVersion,

    /// <summary>Again after a while; what was known before is stale.</summary>
    Later,

    /// <summary>The device is in trouble: tell it, and ask for the status now.</summary>
    Trouble,

    /// <summary>A matter of configuration: never again in a loop.</summary>
    NoAccess,

    /// <summary>What we sent was wrong.</summary>
    OurFault,
}
