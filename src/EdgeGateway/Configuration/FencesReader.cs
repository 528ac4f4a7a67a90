using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Configuration;

/// <summary>Reads <c>airspace.fences</c>.</summary>
/// <param name="devices">Ids of all devices.</param>
internal sealed class FencesReader(IReadOnlyList<string> devices)
{
    private const int Most = 64;
    private const double LowestM = -500;
    private const double HighestM = 10_000;

    private static readonly Dictionary<string, FenceKind> s_kinds = new(StringComparer.Ordinal) { ["stay-in"] = FenceKind.StayIn, ["keep-out"] = FenceKind.KeepOut };

    /// <summary>Stands in for what was wrong.</summary>
    private static readonly GeoArea s_nowhere = new GeoCircle(default, 1);

    private readonly Dictionary<string, string> _pathByName = new(StringComparer.Ordinal);

    public IReadOnlyList<FenceSettings> Read(SettingsReader airspace)
    {
        var fences = airspace.Items("fences");
        if (fences.Count > Most)
        {
            airspace.Wrong("fences", "too-many", AirspaceWords.TooManyFences, ConfigurationWords.AtMost($"{Most}"));
        }

        return [.. fences.Take(Most).Select(ReadFence)];
    }

    private FenceSettings ReadFence(SettingsReader fence)
    {
        string name = Named.Read(fence, "name", AirspaceWords.NameNeeded);
        if (name.Length > 0 && !_pathByName.TryAdd(name, fence.Path))
        {
            fence.Wrong("name", "name-twice", AirspaceWords.NameTwice(_pathByName[name]), ConfigurationWords.OtherName);
        }

        _ = fence.RequiredText("kind", AirspaceWords.KindNeeded);
        var kind = fence.Choice("kind", FenceKind.StayIn, s_kinds);
        var standard = new FenceSettings { Name = name, Kind = kind, Area = ReadArea(fence) };
        var settings = ReadWho(fence, standard) with
        {
            FloorM = Height(fence, "floorM"),
            CeilingM = Height(fence, "ceilingM"),
            MarginM = fence.Number("marginM", standard.MarginM, 0, 1000),
        };
        if (settings.FloorM >= settings.CeilingM)
        {
            fence.Wrong("ceilingM", "contradiction", AirspaceWords.CeilingBelowFloor, AirspaceWords.WriteHigher);
        }

        fence.Finish();
        return settings;
    }

    private static double? Height(SettingsReader fence, string name) => fence.Has(name) ? fence.Number(name, 0, LowestM, HighestM) : null;

    private static GeoArea ReadArea(SettingsReader fence)
    {
        var circle = fence.Section("circle");
        if (fence.Has("polygon") == circle is not null)
        {
            fence.Wrong(circle is null ? null : "circle", circle is null ? "missing" : "contradiction", circle is null ? AirspaceWords.NoArea : AirspaceWords.TwoAreas, AirspaceWords.WriteArea);
        }

        return circle is not null ? ReadCircle(circle) : fence.Has("polygon") ? ReadPolygon(fence) : s_nowhere;
    }

    private static GeoCircle ReadCircle(SettingsReader circle)
    {
        double lat = circle.RequiredNumber("lat", -90, 90, ConfigurationWords.LatNeeded);
        double lon = circle.RequiredNumber("lon", -180, 180, ConfigurationWords.LonNeeded);
        double radius = circle.RequiredNumber("radiusM", 1, PolygonCheck.MostAcrossM / 2, AirspaceWords.RadiusNeeded);
        circle.Finish();
        return new GeoCircle(new GeoPoint(lat, lon), radius);
    }

    private static GeoArea ReadPolygon(SettingsReader fence)
    {
        if (fence.Pairs("polygon") is not { } pairs)
        {
            return s_nowhere;
        }

        GeoPoint[] corners = [.. pairs.Select(static pair => new GeoPoint(pair.First, pair.Second))];
        var fault = PolygonCheck.Of(corners);
        if (fault == PolygonFault.None)
        {
            return new GeoPolygon(corners);
        }

        fence.Wrong("polygon", "no-area", AirspaceWords.Fault(fault), AirspaceWords.Right(fault));
        return s_nowhere;
    }

    private FenceSettings ReadWho(SettingsReader fence, FenceSettings settings)
    {
        settings = settings with { Devices = fence.Texts("devices") ?? [], Vehicles = fence.Texts("vehicles") ?? [] };
        foreach (string unknown in settings.Devices.Except(devices))
        {
            fence.Wrong("devices", "unknown-device", CommandSettingsWords.UnknownDevice(unknown), InspectionWords.KnownDevices(NearestName.Of(unknown, devices)));
        }

        bool named = fence.Has("devices") || fence.Has("vehicles");
        if (settings.Kind == FenceKind.StayIn && !named)
        {
            fence.Wrong(null, "nobody", AirspaceWords.NobodyInside, AirspaceWords.NameVehicles);
        }
        else if (settings.Kind == FenceKind.KeepOut && named)
        {
            fence.Wrong(fence.Has("devices") ? "devices" : "vehicles", "contradiction", AirspaceWords.KeepOutNames, AirspaceWords.LeaveOut);
        }

        return settings;
    }
}
