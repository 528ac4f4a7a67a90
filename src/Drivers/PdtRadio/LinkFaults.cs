using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What is counted on a radio link: few fixed words, whatever came in.</summary>
public static class LinkFaults
{
    /// <summary>Bytes that begin no frame were skipped.</summary>
    public const string Resync = "resync";
    public const string BadHrnp = "bad-hrnp";
    public const string BadHstrp = "bad-hstrp";
    public const string BadHdap = "bad-hdap";

    /// <summary>An unknown service or opcode: acknowledged, not understood.</summary>
    public const string NotKnown = "unknown-message";

    /// <summary>The peer sent a frame again that was taken already.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A frame of ours went out again.</summary>
    public const string Retry = "retry";

    /// <summary>A frame of ours was never acknowledged.</summary>
    public const string Timeout = "timeout";

    /// <summary>A question of ours was acknowledged and not answered.</summary>
    public const string NoReply = "no-reply";

    /// <summary>The radio or repeater refuses to tell of calls or states: none of its emergencies will come.</summary>
    public const string NotGranted = "not-granted";

    /// <summary>A message on the port of another service; not taken.</summary>
    public const string WrongPort = "wrong-port";

    /// <summary>An answer that the network takes to nobody: the address that asked is none.</summary>
    public const string NoRoute = "no-route";

    /// <summary>The disk did not take it; it was not acknowledged, so the peer sends it again.</summary>
    public const string NotSafe = "not-safe";

    /// <summary>More came than can wait for the disk; it was not acknowledged.</summary>
    public const string Crowded = "crowded";

    /// <summary>The peer begins anew.</summary>
    public const string Reset = "peer-reset";

    /// <summary>A datagram from somebody else.</summary>
    public const string Stranger = "stranger";

    /// <summary>It was taken although its checksum is wrong, because the settings say so.</summary>
    public const string Unverified = "unverified";

    /// <param name="watch">Where it is counted.</param>
    /// <param name="fault">One of <see cref="HyteraFaults"/>.</param>
    public static void Garbled(this IDeviceWatch watch, string fault) => watch.Fault(FaultKind.Garbled, WordFor(fault));

    private static string WordFor(string fault) =>
        fault == HyteraFaults.Garbage ? Resync
        : fault == HyteraFaults.HdapService ? NotKnown
        : fault.StartsWith("hrnp", StringComparison.Ordinal) ? BadHrnp
        : fault.StartsWith("hstrp", StringComparison.Ordinal) ? BadHstrp
        : BadHdap;
}
