using System.Text;
using System.Text.Json;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Viid;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Viid;

/// <summary>What the twin writes, held against section 2.6 and the reference body of section 11.1 by a JSON reader that is nobody's here.</summary>
public sealed class ViidVoiceTests
{
    private static readonly ViidProfile s_plain = new() { Pictures = new ViidPictureProfile { Count = 2, SceneBytes = (900, 1500), PlateBytes = (300, 400) } };

    [Fact]
    public void Upload_Plain_IsTheReferenceBody()
    {
        JsonElement vehicle = Vehicle(s_plain);

        Assert.Equal("340200000013200000070220241122113200000070200007", vehicle.GetProperty("MotorVehicleID").GetString());
        Assert.Equal("34020000001320000007022024112211320000007", vehicle.GetProperty("SourceID").GetString());
        Assert.Equal(1, vehicle.GetProperty("InfoKind").GetInt32());
        Assert.Equal("34020000001210000001", vehicle.GetProperty("TollgateID").GetString());
        Assert.Equal("20241122113200", vehicle.GetProperty("PassTime").GetString());
        Assert.Equal("苏A3HK57", vehicle.GetProperty("PlateNo").GetString());
        Assert.Equal("5", vehicle.GetProperty("PlateColor").GetString());
        Assert.Equal("02", vehicle.GetProperty("PlateClass").GetString());
        Assert.Equal(2, vehicle.GetProperty("LaneNo").GetInt32());
        Assert.Equal(57.0, vehicle.GetProperty("Speed").GetDouble());
        Assert.Equal("2", vehicle.GetProperty("VehicleColor").GetString());
        Assert.True(vehicle.GetProperty("HasPlate").GetBoolean());
        JsonElement images = vehicle.GetProperty("SubImageList").GetProperty("SubImageInfoObject");
        Assert.Equal(["01", "02"], images.EnumerateArray().Select(image => image.GetProperty("Type").GetString()));
    }

    [Fact]
    public void Say_Pictures_AreTheOnesOfTheLedger()
    {
        ViidStatement said = Say(s_plain);
        using JsonDocument json = JsonDocument.Parse(said.Json);

        byte[][] sent = [.. json.RootElement.GetProperty("SubImageList").GetProperty("SubImageInfoObject").EnumerateArray().Select(image => image.GetProperty("Data").GetBytesFromBase64())];

        Assert.Equal(said.Truth.Pictures.Select(picture => picture.Sha256), sent.Select(bytes => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))));
        Assert.Equal(said.Truth.Pictures.Select(picture => picture.Bytes), sent.Select(bytes => (long)bytes.Length));
        Assert.Equal(DateTimeOffset.Parse("2024-11-22T03:32:00Z", System.Globalization.CultureInfo.InvariantCulture), said.Truth.Time);
    }

    [Fact]
    public void Upload_Strings_HasNoNumbersAndNoTruthValues()
    {
        JsonElement vehicle = Vehicle(s_plain with { Scalars = ScalarForm.Strings });

        Assert.Equal("1", vehicle.GetProperty("HasPlate").GetString());
        Assert.Equal("2", vehicle.GetProperty("LaneNo").GetString());
        Assert.Equal("57.0", vehicle.GetProperty("Speed").GetString());
    }

    [Fact]
    public void Upload_SubImagesAsText_HoldsJsonInAString()
    {
        string text = Vehicle(s_plain with { SubImages = SubImageForm.Text }).GetProperty("SubImageList").GetString()!;
        using JsonDocument inner = JsonDocument.Parse(text);

        Assert.Equal(2, inner.RootElement.GetProperty("SubImageInfoObject").GetArrayLength());
    }

    [Fact]
    public void Upload_Letter_HasAnIdOf49()
    {
        string id = Vehicle(s_plain with { Ids = IdForm.Letter }).GetProperty("MotorVehicleID").GetString()!;

        Assert.Equal(49, id.Length);
        Assert.EndsWith("W", id, StringComparison.Ordinal);
    }

    [Fact]
    public void Upload_EmptyPassTime_LeavesTheTimeToThePicture()
    {
        JsonElement vehicle = Vehicle(s_plain with { PassTime = PassTimeForm.Empty });

        Assert.Equal("", vehicle.GetProperty("PassTime").GetString());
        Assert.Equal("20241122113200", vehicle.GetProperty("SubImageList").GetProperty("SubImageInfoObject")[0].GetProperty("ShotTime").GetString());
    }

    [Theory]
    [InlineData(KeySpelling.Misspelt, "\"DirvingStatusCode\"", "\"DrivingStatusCode\"")]
    [InlineData(KeySpelling.Misspelt, "\"DisapperaTime\"", "\"DisappearTime\"")]
    [InlineData(KeySpelling.ZeroForO, "{\"MotorVehicle0bjectList\":{\"MotorVehicleObject\":[", "MotorVehicleListObject")]
    [InlineData(KeySpelling.LowerCase, "\"motorvehicleid\"", "\"MotorVehicleID\"")]
    public void Upload_Spelling_IsThatOfTheFirmware(KeySpelling keys, string there, string absent)
    {
        string body = Encoding.UTF8.GetString(Upload(s_plain with { Keys = keys }));

        Assert.Contains(there, body, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, body, StringComparison.Ordinal);
    }

    [Fact]
    public void Upload_Gbk_HasTheBytesOfT20()
    {
        byte[] body = Upload(s_plain with { Charset = ViidCharset.Gbk });

        Assert.True(body.AsSpan().IndexOf((byte[])[0xCB, 0xD5, .. "A3HK57"u8]) > 0);
    }

    [Fact]
    public void Upload_Bom_BeginsWithIt() => Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'{'], Upload(s_plain with { Charset = ViidCharset.Utf8Bom })[..4]);

    [Theory]
    [InlineData(PlateKind.None, false)]
    [InlineData(PlateKind.Unread, true)]
    public void Say_NoPlate_IsWuChePai(PlateKind kind, bool hasPlate)
    {
        ViidStatement said = new ViidVoice("cam-01", s_plain).Say(Camera.Passage(kind, ""), TimeSpan.Zero);
        using JsonDocument json = JsonDocument.Parse(said.Json);

        Assert.Equal("无车牌", json.RootElement.GetProperty("PlateNo").GetString());
        Assert.Equal(hasPlate, json.RootElement.GetProperty("HasPlate").GetBoolean());
        Assert.Equal("", said.Truth.Plate);
    }

    [Fact]
    public void Say_ClockOffset_MovesIdAndTruthTogether()
    {
        ViidStatement said = Say(s_plain with { ClockOffset = TimeSpan.FromSeconds(-95) });

        Assert.Contains("20241122113025", said.Id, StringComparison.Ordinal);
        Assert.Equal(Camera.At.AddSeconds(-95.12), said.Truth.Time);
    }

    private static ViidStatement Say(ViidProfile profile) => new ViidVoice("cam-01", profile).Say(Camera.Passage(), TimeSpan.Zero);

    private static byte[] Upload(ViidProfile profile) => new ViidVoice("cam-01", profile).Upload([Say(profile)]);

    private static JsonElement Vehicle(ViidProfile profile)
    {
        using JsonDocument json = JsonDocument.Parse(Upload(profile));
        return json.RootElement.GetProperty("MotorVehicleListObject").GetProperty("MotorVehicleObject")[0].Clone();
    }
}
