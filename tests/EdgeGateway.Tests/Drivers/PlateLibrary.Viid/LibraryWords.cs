using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>What the tests of both roles say again and again.</summary>
internal static class LibraryWords
{
    public const string Us = "34020000005030000001";
    public const string Library = "34020000005030000009";
    public const string Tollgate = "34020000001210000001";
    public const string DispositionId = "340200000000012024040112010100001";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    public static ViidLibraryOptions Upper(int port = 80) => new()
    {
        Role = ViidLibraryRole.Upper,
        LibraryId = Library,
        DeviceId = Us,
        Host = "127.0.0.1",
        Port = port,
        User = "gw",
        Password = new Secret("Kakou@2024"),
        LibraryPassword = new Secret("Lib@2024"),
        Tollgates = [Tollgate],
        Keepalive = TimeSpan.FromSeconds(60),
    };

    public static ViidDisposition Disposition => new()
    {
        Id = DispositionId,
        Title = "被盗车辆",
        Category = 2,
        TargetFeature = "苏A3HK57",
        PriorityLevel = 1,
        ApplicantName = "王警官",
        ApplicantOrg = "340200000000",
        BeginTime = "20261122000000",
        EndTime = "20261222000000",
        OperateType = 0,
        Range = 1,
        TollgateList = "34020000001210000009,34020000001210000001",
        Reason = "盗抢",
    };

    public static HotListNotice Notice(string key = "k1", string? notifyAt = null, bool possible = false) => new(
        key,
        new HotListEntry
        {
            Id = DispositionId,
            Plate = "苏A3HK57",
            Category = "被盗车辆",
            Reason = "盗抢",
            Authority = "340200000000",
            From = Now,
            To = Now.AddDays(30),
            NotifyAt = notifyAt ?? "http://127.0.0.1/VIID/DispositionNotifications",
        },
        "cam-1",
        Now.AddSeconds(-2),
        Now,
        new PlateReadBody
        {
            Plate = new PlateInfo { Raw = "蓝苏A3HK57", Text = "苏A3HK57", Outcome = "VALID", PlateClass = "02", Colour = 5, Confidence = 97.4 },
            Vehicle = new VehicleInfo { Class = "K33", Colour = 2 },
            LaneNo = 2,
            SpeedKmh = 57,
            Heading = 3,
            Source = new SourceInfo("00000000-0000-4000-8000-000000000001:20261122113158000"),
        },
        possible);
}
