namespace EdgeGateway.Protocol.Snmp;

/// <summary>
/// Bits of hrPrinterDetectedErrorState (RFC 2790): bit 0 is the highest of the first octet. Printers send one octet or two.
/// </summary>
public enum PrinterError
{
    LowPaper = 0,
    NoPaper = 1,
    LowToner = 2,
    NoToner = 3,
    DoorOpen = 4,
    Jammed = 5,
    Offline = 6,
    ServiceRequested = 7,
    InputTrayMissing = 8,
    OutputTrayMissing = 9,
    MarkerSupplyMissing = 10,
    OutputNearFull = 11,
    OutputFull = 12,
    InputTrayEmpty = 13,
    OverduePreventMaint = 14,
}

/// <summary>Reads the bits.</summary>
public static class PrinterErrors
{
    private const int Octet = 8;
    private const int MostBits = 64;

    /// <param name="octets">None, one, two, or more in a later edition.</param>
    /// <returns>Every bit that is set, unknown ones too, from the first; of the first 64.</returns>
    public static IReadOnlyList<PrinterError> Read(ReadOnlySpan<byte> octets)
    {
        var found = new List<PrinterError>();
        for (int bit = 0; bit < Math.Min(octets.Length * Octet, MostBits); bit++)
        {
            if ((octets[bit / Octet] & (0x80 >> (bit % Octet))) != 0)
            {
                found.Add((PrinterError)bit);
            }
        }

        return found;
    }
}
