namespace EdgeGateway.Protocol.TetraPei;

/// <summary>Writes what this gateway sends: a text with transport layer, and the report that one has arrived.</summary>
public static class SdsWriter
{
    private const byte ReportReceived = 0x04;
    private const byte NoShortReport = 0x02;
    private const byte Report = 0x10;
    private const byte Acknowledge = 0x20;

    /// <param name="reference">By which the report will name it.</param>
    /// <param name="wantsReport">Not for a group: nobody counts who has it.</param>
    /// <param name="text">See <see cref="SdsCoding.Write"/>.</param>
    public static byte[] Text(byte reference, bool wantsReport, string text)
    {
        var (coding, bytes) = SdsCoding.Write(text);
        return [SdsReader.Text, (byte)(NoShortReport | (wantsReport ? ReportReceived : 0)), reference, coding, .. bytes];
    }

    /// <summary>It has arrived, and it is safe.</summary>
    public static byte[] Received(byte protocol, byte reference) => [protocol, Report, 0, reference];

    /// <summary>The report came, for senders of reports that wait for that.</summary>
    public static byte[] Acknowledgement(byte protocol, byte deliveryStatus, byte reference) => [protocol, Acknowledge, deliveryStatus, reference];
}
