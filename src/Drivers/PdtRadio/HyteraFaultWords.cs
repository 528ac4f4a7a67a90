using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>A sentence for each fixed word.</summary>
public static class HyteraFaultWords
{
    public static string Explain(string fault) => fault switch
    {
        HyteraFaults.Garbage => "Bytes stood where a frame was due; they were skipped one by one.",
        HyteraFaults.HrnpCut => "The bytes end before the length field says so.",
        HyteraFaults.HrnpVersion => "The version byte is above 15.",
        HyteraFaults.HrnpOpcode => "The opcode is none of the known ones.",
        HyteraFaults.HrnpLength => "The length field is outside 12 to 1500, or is not the length of the datagram.",
        HyteraFaults.HrnpChecksum => "The checksum of the HRNP frame is wrong.",
        HyteraFaults.HrnpFragment => "The block field is not 0: parts of frames are not supported.",
        HyteraFaults.HrnpOverflow => "More bytes came than were read; the oldest were dropped.",
        HyteraFaults.HstrpStart => "The datagram does not begin with 32 42.",
        HyteraFaults.HstrpVersion => "The version byte is not 0.",
        HyteraFaults.HstrpCut => "The datagram ends inside its head or its options.",
        HyteraFaults.HstrpTooLong => "The datagram is longer than 2048 bytes.",
        HyteraFaults.HdapCut => "The bytes end before the length field of the HDAP message says so.",
        HyteraFaults.HdapLength => "More bytes follow than the length field of the HDAP message says.",
        HyteraFaults.HdapService => "The service byte is none of the known ones; no checksum covers it.",
        HyteraFaults.HdapTrailer => "The HDAP message does not end with 03.",
        HyteraFaults.HdapChecksum => "The checksum of the HDAP message is wrong.",
        HyteraFaults.ContentSize => "The payload is shorter than the layout of its opcode.",
        _ => "The bytes could not be read.",
    };
}
