using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Hytera.Rrs;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Reads <see cref="RadioLinkOptions"/> and what else the links to radios have in common.</summary>
internal static class RadioLinkSettings
{
    public const int HighestId = 0xFFFFFF;

    private static readonly Dictionary<string, TextAnswers> s_answers = new(StringComparer.Ordinal)
    {
        ["own"] = TextAnswers.Own,
        ["all"] = TextAnswers.All,
        ["none"] = TextAnswers.None,
    };

    /// <summary>Asks for <c>registrationValid</c>, <c>subnet</c>, <c>answerTimeout</c>, <c>acceptUnverified</c>, <c>answerTexts</c> and what <see cref="RadioSiteSettings"/> asks for.</summary>
    public static RadioLinkOptions Read(SettingsReader device) => new()
    {
        RegistrationValid = ReadValid(device),
        AnswerTimeout = device.Duration("answerTimeout", TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)),
        Subnet = (byte)device.Whole("subnet", 10, 0, 255),
        AcceptUnverified = device.Flag("acceptUnverified", false),
        TextAnswers = device.Choice("answerTexts", TextAnswers.Own, s_answers),
        Site = RadioSiteSettings.Read(device),
    };

    public static TimeSpan ReadAckTimeout(SettingsReader device) =>
        device.Duration("ackTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10));

    public static string ReadHost(SettingsReader device)
    {
        string host = device.RequiredText("host", LinkWordsForPeople.WriteAHost);
        Refuse(device, host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", LinkWordsForPeople.NotAHost, LinkWordsForPeople.WriteAHost);
        return host;
    }

    public static void Refuse(SettingsReader device, bool wrong, string name, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, "contradiction", problem, right);
        }
    }

    private static TimeSpan ReadValid(SettingsReader device)
    {
        var valid = device.Duration("registrationValid", TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(RrsRegistrationAnswer.LongestValid));
        Refuse(device, valid.Ticks % TimeSpan.TicksPerSecond != 0, "registrationValid", LinkWordsForPeople.NotWholeSeconds, LinkWordsForPeople.WriteWholeSeconds);
        return valid;
    }
}
