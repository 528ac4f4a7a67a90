using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Reads the key of a signed link (drone.md section 1.7).</summary>
internal static class MavlinkSigningSettings
{
    private const int ShortestPassphrase = 12;

    private static readonly Dictionary<string, MavUnsignedPolicy> s_unsigned = new(StringComparer.Ordinal)
    {
        ["reject"] = MavUnsignedPolicy.Reject,
        ["radio-status"] = MavUnsignedPolicy.RadioStatusOnly,
        ["accept"] = MavUnsignedPolicy.Accept,
    };

    public static MavlinkSigningOptions? Read(SettingsReader device)
    {
        if (device.Section("signing") is not { } signing)
        {
            return null;
        }

        MavKey? key = ReadKey(signing);
        byte link = (byte)signing.Whole("link", 0, 0, 255);
        var unsigned = signing.Choice("unsigned", MavUnsignedPolicy.Reject, s_unsigned);
        signing.Finish();
        return key is null ? null : new MavlinkSigningOptions(key, link, unsigned);
    }

    private static MavKey? ReadKey(SettingsReader signing)
    {
        var (key, passphrase) = (signing.Secret("key"), signing.Secret("passphrase"));
        if (!signing.Has("key") && !signing.Has("passphrase"))
        {
            signing.Wrong("key", "missing", MavlinkWords.NoKey, MavlinkWords.WriteAKey);
        }
        else if (signing.Has("key") && signing.Has("passphrase"))
        {
            signing.Wrong("passphrase", "contradiction", MavlinkWords.TwoKeys, MavlinkWords.OneKey);
        }

        return key is not null ? FromHex(signing, key.Reveal().Trim()) : passphrase is not null ? FromWords(signing, passphrase.Reveal().Trim()) : null;
    }

    private static MavKey? FromHex(SettingsReader signing, string text)
    {
        if (text.Length == 2 * MavKey.Length && text.All(char.IsAsciiHexDigit))
        {
            return new MavKey(Convert.FromHexString(text));
        }

        signing.Wrong("key", "not-a-key", MavlinkWords.NotAKey, MavlinkWords.WriteAKey);
        return null;
    }

    private static MavKey? FromWords(SettingsReader signing, string text)
    {
        if (text.Length >= ShortestPassphrase)
        {
            return MavKey.OfPassphrase(text);
        }

        signing.Wrong("passphrase", "too-short", MavlinkWords.ShortPassphrase, MavlinkWords.LongerPassphrase);
        return null;
    }
}
