namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>Words of DICOS that the mapping acts on (xray.md section 1.6), compared without regard to case and to a blank for an underscore.</summary>
internal static class DicosWords
{
    public const string Alarm = "ALARM";
    public const string Clear = "CLEAR";
    public const string NoAlarm = "NO_ALARM";
    public const string Unknown = "UNKNOWN";
    public const string Abort = "ABORT";
    public const string Success = "SUCCESS";
    public const string Operator = "OPERATOR";
    public const string Barcode = "BARCODE";

    public static bool Is(string? told, string word) => told is not null && string.Equals(told.Trim().Replace(' ', '_'), word, StringComparison.OrdinalIgnoreCase);

    public static bool IsOneOf(string? told, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (Is(told, word))
            {
                return true;
            }
        }

        return false;
    }
}
