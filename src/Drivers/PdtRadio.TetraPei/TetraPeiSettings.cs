using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Serial;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>Reads <see cref="TetraPeiOptions"/> from a device's entry.</summary>
internal static class TetraPeiSettings
{
    private const int MostLabels = 512;
    private const int LongestLabel = 64;

    public static TetraPeiOptions Read(SettingsReader device) => new()
    {
        Line = SerialSettingsReader.Read(device, new SerialSettings(string.Empty) { BaudRate = 38_400 }),
        AnswerTimeout = device.Duration("answerTimeout", TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30)),
        SignalEvery = device.Duration("signalEvery", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        ReportWithin = device.Duration("reportWithin", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
        Reports = device.Flag("reports", true),
        StatusLabels = ReadLabels(device),
    };

    private static Dictionary<int, StatusLabel> ReadLabels(SettingsReader device)
    {
        var labels = new Dictionary<int, StatusLabel>();
        var items = device.Items("statusLabels");
        if (items.Count > MostLabels)
        {
            device.Wrong("statusLabels", "too-many", TetraPeiWords.TooManyLabels, TetraPeiWords.WriteFewerLabels);
        }

        foreach (var item in items)
        {
            int code = item.Whole("code", -1, 0, ushort.MaxValue);
            string label = item.RequiredText("label", TetraPeiWords.WriteALabel);
            var status = new StatusLabel(label, item.Flag("emergency", false));
            item.Finish();
            Check(item, code, label, labels.TryAdd(code, status));
        }

        return labels;
    }

    private static void Check(SettingsReader item, int code, string label, bool isNew)
    {
        if (!item.Has("code"))
        {
            item.Wrong("code", "missing", TetraPeiWords.CodeMissing, TetraPeiWords.WriteACode);
        }
        else if (!isNew && code >= 0)
        {
            item.Wrong("code", "twice", TetraPeiWords.CodeTwice, TetraPeiWords.OneLabelEach);
        }

        if (label.Length > LongestLabel)
        {
            item.Wrong("label", "too-long", TetraPeiWords.LabelTooLong, TetraPeiWords.WriteALabel);
        }
    }
}
