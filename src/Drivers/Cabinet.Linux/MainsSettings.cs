using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>Reads what tells whether the mains are there: <c>contact</c>, <c>supply</c> or <c>ups</c>.</summary>
internal static class MainsSettings
{
    public static MainsSource? Read(SettingsReader mains)
    {
        var (contact, ups) = (mains.Section("contact"), mains.Section("ups"));
        int sources = (contact is null ? 0 : 1) + (ups is null ? 0 : 1) + (mains.Has("supply") ? 1 : 0);
        if (sources != 1)
        {
            mains.Wrong(null, "contradiction", CabinetWords.OneSource, CabinetWords.WriteOneSource);
        }

        var source = new MainsSource(
            contact is null ? null : ContactSettings.Read(contact, "present"),
            mains.Has("supply") ? CabinetSettings.SupplyName(mains) : null,
            ups is null ? null : Ups(ups));
        contact?.Finish();
        ups?.Finish();
        mains.Finish();
        return sources == 1 ? source : null;
    }

    private static MainsUps Ups(SettingsReader settings)
    {
        var server = NutServerSettings.Read(settings);
        string name = settings.RequiredText("name", CabinetWords.WriteAUps);
        NutServerSettings.CheckUps(settings, "name", name);
        return new MainsUps(server, name);
    }
}
