using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>What an <c>ERR</c> of a NUT server means to the host.</summary>
internal static class NutRefusal
{
    public const string UnknownUps = "UNKNOWN-UPS";

    /// <summary>The server is there, and its driver or the UPS is not, or has not told anything new.</summary>
    public static bool IsStale(string code) => code is "DATA-STALE" or "DRIVER-NOT-CONNECTED";

    public static DeviceFaultException Of(string code, NutServer server) => code switch
    {
        "ACCESS-DENIED" or "INVALID-USERNAME" or "INVALID-PASSWORD" or "USERNAME-REQUIRED" or "PASSWORD-REQUIRED" =>
            new(FaultKind.Refused, $"{server.Host}:{server.Port} does not let us in ({code}): check user and password, upsd.users and the LISTEN and ACCEPT rules of the server."),
        UnknownUps => new(FaultKind.Misconfigured, $"{server.Host}:{server.Port} knows no UPS of that name: \"upsc -l {server.Host}\" lists them."),
        _ => new(FaultKind.Unsupported, $"{server.Host}:{server.Port} refuses: {Short(code)}."),
    };

    private static string Short(string code) => code.Length <= 64 ? code : code[..64];
}
