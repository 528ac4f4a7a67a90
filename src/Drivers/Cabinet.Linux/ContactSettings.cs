using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>Reads which line or file a contact is.</summary>
internal static class ContactSettings
{
    /// <summary>The kernel counts in microseconds; nobody's contact bounces longer.</summary>
    private static readonly TimeSpan s_longestDebounce = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, bool> s_levels = new(StringComparer.Ordinal) { ["high"] = false, ["low"] = true };

    private static readonly Dictionary<string, ContactBias> s_bias = new(StringComparer.Ordinal)
    {
        ["as-is"] = ContactBias.AsIs,
        ["pull-up"] = ContactBias.PullUp,
        ["pull-down"] = ContactBias.PullDown,
        ["disabled"] = ContactBias.Disabled,
    };

    /// <param name="item">Of one contact.</param>
    /// <param name="level">Name of the setting that says which level is the one that is told.</param>
    public static ContactLine Read(SettingsReader item, string level)
    {
        var (file, chip) = (item.Text("file"), item.Text("chip"));
        if (file is null == chip is null)
        {
            item.Wrong("chip", "contradiction", CabinetWords.FileOrChip, CabinetWords.WriteFileOrChip);
        }

        if (chip is not null && (chip.StartsWith('/') || chip.Split('/').Any(part => part is "" or "." or "..")))
        {
            item.Wrong("chip", "not-a-chip", CabinetWords.NotAGpioChip, CabinetWords.WriteAGpioChip);
        }

        if (file is not null && !file.StartsWith('/'))
        {
            item.Wrong("file", "not-a-path", CabinetWords.NotAPath, CabinetWords.WriteAPath);
        }

        return new ContactLine
        {
            File = file,
            Chip = chip,
            Line = item.Whole("line", 0, 0, 4095),
            Bias = item.Choice("bias", ContactBias.AsIs, s_bias),
            Debounce = item.Duration("debounce", TimeSpan.Zero, TimeSpan.Zero, s_longestDebounce),
            ActiveLow = item.Choice(level, false, s_levels),
        };
    }
}
