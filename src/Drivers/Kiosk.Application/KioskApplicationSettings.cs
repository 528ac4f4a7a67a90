using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Reads <see cref="KioskApplicationOptions"/> from a device's entry.</summary>
internal static class KioskApplicationSettings
{
    private static readonly Words s_noWay = new("and spool are both missing: the kiosk has no way in", "与 spool 均未填写：自助机没有接入方式");
    private static readonly Words s_writeAWay = new("write a token for posts, a spool folder for files, or both", "请填写 token（推送）、spool（文件夹），或两者都写");

    public static KioskApplicationOptions Read(SettingsReader device)
    {
        bool posts = device.Has("token");
        var spool = device.Section("spool");
        if (!posts && spool is null)
        {
            device.Wrong("token", "missing", s_noWay, s_writeAWay);
        }

        var silence = device.Duration("silence", TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(10), TimeSpan.FromDays(7));
        var options = new KioskApplicationOptions
        {
            Token = posts ? HttpPeerSettings.ReadToken(device) : null,
            Silence = posts || device.Has("silence") ? silence : null,
            StateEvery = device.Duration("stateEvery", TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
            Catalogue = device.InFile("catalogue", BusinessCatalogueSettings.Read) ?? BusinessTable.Value,
        };
        return spool is null ? options : WithSpool(options, spool);
    }

    private static KioskApplicationOptions WithSpool(KioskApplicationOptions options, SettingsReader spool)
    {
        var with = options with
        {
            Spool = DropFolderReader.Read(spool, KioskMessages.MostBytes, KioskMessages.MostBytes) with { IsPrivate = true },
            Patience = spool.Duration("patience", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30)),
        };
        spool.Finish();
        return with;
    }
}
