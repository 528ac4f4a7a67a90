using System.Text.Json;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>What a hit looks like on the wire, read by a JSON reader that is not the product's.</summary>
public sealed class NoticeWordsTests
{
    private static readonly TimeSpan s_zone = TimeSpan.FromHours(8);

    [Fact]
    public void Of_Notice_HasTheFieldsOfSection29()
    {
        JsonElement notice = Notice(NoticeWords.Of(LibraryWords.Notice(), LibraryWords.Upper(), s_zone).Body);

        Assert.Matches("^340200000050022026112211320" + "0[0-9]{5}$", notice.GetProperty("NotificationID").GetString());
        Assert.Equal(LibraryWords.DispositionId, notice.GetProperty("DispositionID").GetString());
        Assert.Equal("20261122113200", notice.GetProperty("TriggerTime").GetString());
        Assert.Equal("被盗车辆", notice.GetProperty("Title").GetString());
        JsonElement vehicle = notice.GetProperty("MotorVehicleObject");
        string id = notice.GetProperty("CntObjectID").GetString()!;
        Assert.Matches("^3402000000503000000102202611221131580*[0-9]+0200001$", id);
        Assert.Equal(48, id.Length);
        Assert.Equal(id, vehicle.GetProperty("MotorVehicleID").GetString());
        Assert.Equal(id[..41], vehicle.GetProperty("SourceID").GetString());
        Assert.Equal("苏A3HK57", vehicle.GetProperty("PlateNo").GetString());
        Assert.Equal("5", vehicle.GetProperty("PlateColor").GetString());
        Assert.Equal("20261122113158", vehicle.GetProperty("PassTime").GetString());
        Assert.Equal(LibraryWords.Tollgate, vehicle.GetProperty("TollgateID").GetString());
        Assert.Equal("3", vehicle.GetProperty("Direction").GetString());
    }

    [Fact]
    public void Of_SameNotice_GivesTheSameBytesAnother_AnotherId()
    {
        var first = NoticeWords.Of(LibraryWords.Notice(), LibraryWords.Upper(), s_zone);
        var again = NoticeWords.Of(LibraryWords.Notice(), LibraryWords.Upper(), s_zone);
        var other = NoticeWords.Of(LibraryWords.Notice("k2"), LibraryWords.Upper(), s_zone);

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(first.Body, again.Body);
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal(33, first.Id.Length);
        Assert.Equal(Record(first.Body), Record(other.Body));
    }

    [Fact]
    public void Of_CameraWithAnIdOfItsOwn_KeepsIt()
    {
        const string Native = "340200000013200000070220240624195235527380252739";
        var notice = LibraryWords.Notice();
        notice = notice with { Read = notice.Read with { Source = new SourceInfo(Native) } };

        Assert.Equal(Native, Record(NoticeWords.Of(notice, LibraryWords.Upper(), s_zone).Body));
    }

    [Fact]
    public void Of_Possible_SaysSo()
    {
        var notice = LibraryWords.Notice(possible: true);
        notice = notice with { Read = notice.Read with { Plate = notice.Read.Plate with { Text = "苏A?HK57", Outcome = "PARTIAL" } } };
        JsonElement said = Notice(NoticeWords.Of(notice, LibraryWords.Upper(), s_zone).Body);

        Assert.Equal("疑似 被盗车辆", said.GetProperty("Title").GetString());
        Assert.Equal("苏A-HK57", said.GetProperty("MotorVehicleObject").GetProperty("PlateNo").GetString());
    }

    private static string Record(byte[] body) => Notice(body).GetProperty("CntObjectID").GetString()!;

    private static JsonElement Notice(byte[] body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("DispositionNotificationListObject").GetProperty("DispositionNotificationObject")[0].Clone();
    }
}
