using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>A sentence for each fixed word.</summary>
internal static class NmeaFaultWords
{
    public static string Explain(string fault) => fault switch
    {
        NmeaFaults.Noise => "Bytes stood where a sentence was due; they were skipped up to the next $ or line end.",
        NmeaFaults.CutOff => "A sentence broke off before its checksum; nothing of it is used.",
        NmeaFaults.NoChecksum => "The line has no checksum; only lines with one are accepted.",
        NmeaFaults.Checksum => "The checksum behind * is not that of the bytes between $ and *.",
        NmeaFaults.TooLong => "The sentence is longer than 120 characters.",
        NmeaFaults.NotAscii => "A byte that is no printable ASCII stands inside the sentence.",
        NmeaFaults.Address => "The checksum is right, but the sentence does not begin with a talker and a type such as GNRMC.",
        NmeaFaults.TooFewValues => "The checksum is right, but the sentence has fewer values than its type.",
        _ => fault,
    };
}
