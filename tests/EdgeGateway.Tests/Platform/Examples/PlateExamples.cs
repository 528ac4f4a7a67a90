using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Tests.Platform.Examples;

internal static class PlateExamples
{
    private static readonly GeoPosition s_site = new(23.16, 113.23, "WGS-84", "site");

    private static readonly PlateInfo s_plate = new()
    {
        Raw = "蓝粤A12345",
        Text = "粤A12345",
        Outcome = "VALID",
        Class = "CIVIL",
        PlateClass = "02",
        Colour = 5,
        ColourSource = "field",
        Confidence = 97,
        CharConfidence = [99, 98, 97, 97, 96, 99, 98],
        Side = "front",
        Rect = new PixelRect(812, 640, 140, 44),
    };

    private static readonly VehicleInfo s_vehicle = new() { Class = "K33", Colour = 1, Brand = "大众", Rect = new PixelRect(600, 280, 540, 470) };

    private static readonly PassageInfo s_passage = new()
    {
        Id = "6d1f0f4be2c94c0c8f3a5a4a3f0b7c11",
        Version = 2,
        Final = true,
        Links = [new PassageLink("cam-03", "9d2e0001")],
    };

    private static readonly IReadOnlyList<MediaRef> s_pictures =
    [
        new("scene", Hash('a'), "image/jpeg", 231_044, 1920, 1080, Md5: new string('1', 32)),
        new("plate", Hash('b'), "image/jpeg", 4_310, 140, 44, new PixelRect(812, 640, 140, 44)),
    ];

    public static IEnumerable<ExampleReading> All =>
    [
        new(Lane.Event, "cam-03", "hikvision-anpr", Read),
        new(Lane.Alarm, "cam-03", "hikvision-anpr", Hit),
    ];

    private static PlateReadBody Read => new()
    {
        Plate = s_plate,
        Vehicle = s_vehicle,
        LaneNo = 2,
        CheckpointId = "44010000001210000001",
        SpeedKmh = 62.5,
        LimitKmh = 60,
        Heading = 3,
        RelativeDirection = "approach",
        CaptureTimeSource = "event",
        PicturesAnnounced = 2,
        PassageKey = "9d2e0002",
        Passage = s_passage,
        Violation = new ViolationInfo("1303", "超速", "超过规定时速10%以下"),
        Position = s_site,
        Media = s_pictures,
        Flags = ["CLOCK_ZONE"],
        Source = new SourceInfo("9d2e0002", false, "2026-11-22T11:32:00+0000", "DS-2CD7A-0001"),
    };

    private static PlateHitBody Hit => new()
    {
        Entry = "A-2026-118",
        Origin = "@platform",
        Wanted = "粤A12345",
        Category = "stolen",
        Reason = "Reported stolen on 20 November",
        Authority = "Case 2026-118",
        Priority = 1,
        Match = PlateHitBody.Exact,
        Cost = 0,
        Plate = s_plate,
        Vehicle = s_vehicle,
        Device = "cam-03",
        Time = ExampleReading.Time,
        LaneNo = 2,
        PassageKey = "9d2e0002",
        Passage = s_passage,
        SpeedKmh = 62.5,
        Heading = 3,
        RelativeDirection = "approach",
        Position = s_site,
        Media = s_pictures,
        Source = new SourceInfo("9d2e0002"),
    };

    private static string Hash(char digit) => new(digit, 64);
}
