namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Classes of devices by the interfaces of their service.</summary>
public static class XfsClasses
{
    /// <summary>The one that says most comes first: a pin pad is a keyboard too, and a card reader has storage.</summary>
    private static readonly string[] s_all =
    [
        "CardReader", "PinPad", "Keyboard", "Printer", "Check", "CashAcceptor", "CashDispenser", "CashManagement", "BarcodeReader", "Biometric", "Camera",
        "TextTerminal", "Auxiliaries", "VendorMode", "VendorApplication", "Lights", "KeyManagement", "Crypto", "Deposit", "PowerManagement", "Storage",
    ];

    /// <returns>Null when none of them is a class.</returns>
    public static string? Of(IEnumerable<string> interfaces)
    {
        var names = interfaces.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return s_all.FirstOrDefault(names.Contains);
    }

    /// <returns>What the sections of a status tell; null when they tell nothing.</returns>
    public static string? Of(XfsTree status) => s_all.FirstOrDefault(status.Has);

    internal static string? Known(string name) => s_all.Append("Common").Append("ServicePublisher").FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
}
