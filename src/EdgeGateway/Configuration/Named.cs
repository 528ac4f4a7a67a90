using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Configuration;

/// <summary>Settings that must fit <see cref="NameRule"/>, because they stand in topics.</summary>
internal static class Named
{
    public static string Read(SettingsReader reader, string name, Words needed)
    {
        string text = reader.RequiredText(name, needed);
        if (text.Length > 0 && !NameRule.IsName(text))
        {
            reader.Wrong(name, "not-a-name", ConfigurationWords.NotAName, ConfigurationWords.WriteAName);
        }

        return text;
    }
}
