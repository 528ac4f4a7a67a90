using System.Collections.Frozen;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Interfaces whose messages may hold a person's data (kiosk.md sections 1.4 and 3.5): none of them is kept but those few that say nothing of a person.</summary>
public static class XfsSensitive
{
    /// <summary>An interface that the standard does not have.</summary>
    public const string Other = "other";

    private static readonly FrozenSet<string> s_holders = FrozenSet.ToFrozenSet(
        [
            "CardReader", "PinPad", "Keyboard", "KeyManagement", "Crypto", "Biometric", "BarcodeReader", "Camera", "TextTerminal", "Printer", "Check", "CashAcceptor",
            "CashDispenser", "CashManagement", "BanknoteNeutralization", "Deposit", "German", "VendorApplication",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_harmless = FrozenSet.ToFrozenSet(
        ["Common", "ServicePublisher", "Storage", "Auxiliaries", "Lights", "VendorMode", "PowerManagement"], StringComparer.OrdinalIgnoreCase);

    /// <param name="name">Of a message that is not read.</param>
    /// <returns>Null when its interface holds no person's data.</returns>
    internal static string? Of(string name)
    {
        int point = name.IndexOf('.', StringComparison.Ordinal);
        string side = point < 0 ? name : name[..point];
        return s_harmless.Contains(side) ? null : s_holders.TryGetValue(side, out string? known) ? known : Other;
    }
}
