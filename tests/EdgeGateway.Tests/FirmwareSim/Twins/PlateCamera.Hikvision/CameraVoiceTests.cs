using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateCamera.Hikvision;

/// <summary>Every fault of a profile must really be in the bytes.</summary>
public sealed partial class CameraVoiceTests
{
    [Fact]
    public void Say_SamePassage_SameBytes()
    {
        Assert.Equal(Camera.Say(Camera.Small).Messages[0], Camera.Say(Camera.Small).Messages[0]);
    }

    [Fact]
    public void Say_Utf8_CarriesColourCharacterAndPlate()
    {
        Assert.Contains("<licensePlate>蓝苏A3HK57</licensePlate>", Camera.Utf8(Camera.Small), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PlateKind.NevSmall, "沪ADA1234", "绿沪ADA1234")]
    [InlineData(PlateKind.NevLarge, "川A12345F", "黄绿川A12345F")]
    [InlineData(PlateKind.None, "", "noPlate")]
    [InlineData(PlateKind.Unread, "", "unknown")]
    public void Say_PlateKind_ShownAsTheVendorDoes(PlateKind kind, string plate, string shown)
    {
        CameraStatement statement = new CameraVoice("cam-01", Camera.Small, false).Say(Camera.Passage(kind, plate), false, TimeSpan.Zero);
        Assert.Contains($"<licensePlate>{shown}</licensePlate>", Encoding.UTF8.GetString(statement.Messages[0]), StringComparison.Ordinal);
        Assert.Equal(plate, statement.Truth.Plate);
    }

    [Theory]
    [InlineData(Charset.Utf8, "UTF-8", "UTF-8", false)]
    [InlineData(Charset.Utf8Bom, "UTF-8", "UTF-8", false)]
    [InlineData(Charset.Gbk, "GBK", "GBK", true)]
    [InlineData(Charset.DeclaredWrong, "UTF-8", "UTF-8", true)]
    public void Say_Charset_BytesAndClaims(Charset charset, string header, string declaration, bool gbk)
    {
        string raw = Camera.Raw(Camera.Small with { Charset = charset });
        byte[] plate = (gbk ? Camera.Gbk : Encoding.UTF8).GetBytes("蓝苏A3HK57");
        Assert.Contains(Encoding.Latin1.GetString(plate), raw, StringComparison.Ordinal);
        Assert.Contains($"application/xml; charset=\"{header}\"", raw, StringComparison.Ordinal);
        Assert.Contains($"encoding=\"{declaration}\"?>", raw, StringComparison.Ordinal);
        Assert.Equal(charset == Charset.Utf8Bom, raw.Contains("\r\n\r\n\u00EF\u00BB\u00BF<?xml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BoundaryStyle.Boundary, "boundary", "--boundary")]
    [InlineData(BoundaryStyle.MimeBoundary, "MIME_boundary", "--MIME_boundary")]
    [InlineData(BoundaryStyle.LongDashes, "---------------------------7e13971310878", "-----------------------------7e13971310878")]
    [InlineData(BoundaryStyle.HeaderWithDashes, "--boundary", "--boundary")]
    public void Say_Boundary_HeaderAndLine(BoundaryStyle style, string header, string line)
    {
        CameraProfile profile = Camera.Small with { Boundary = style };
        string raw = Camera.Raw(profile);
        Assert.Equal($"multipart/form-data; boundary={header}", new CameraVoice("c", profile, stream: false).ContentType);
        Assert.Equal($"multipart/mixed; boundary={header}", new CameraVoice("c", profile, stream: true).ContentType);
        Assert.StartsWith(line + "\r\n", raw, StringComparison.Ordinal);
        Assert.EndsWith($"\r\n{line}--\r\n", raw, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(raw, "(^|\r\n)" + Regex.Escape(line) + "\r\n"));
    }

    [Theory]
    [InlineData(LengthPolicy.Right, 0)]
    [InlineData(LengthPolicy.PlusOne, 1)]
    [InlineData(LengthPolicy.MinusOne, -1)]
    public void Say_ContentLength_OffBy(LengthPolicy policy, int off)
    {
        string raw = Camera.Raw(Camera.Small with { ContentLength = policy });
        string[] parts = raw.Split("--boundary")[1..^1];
        Assert.Equal(3, parts.Length);
        Assert.All(parts, part =>
        {
            int content = part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
            int told = int.Parse(LengthLine().Match(part).Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(part.Length - content - 2 + off, told);
        });
    }

    [Fact]
    public void Say_ContentLengthAbsentOrZero_SaysSo()
    {
        Assert.DoesNotContain("Content-Length", Camera.Raw(Camera.Small with { ContentLength = LengthPolicy.Absent }), StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(Camera.Raw(Camera.Small with { ContentLength = LengthPolicy.Zero }), "Content-Length: 0\r\n"));
    }

    [Theory]
    [InlineData(ZoneForm.Right, false, "2024-11-22T11:32:00+08:00", "2024-11-22T03:32:00.120Z")]
    [InlineData(ZoneForm.Right, true, "2024-11-22T11:32:00.120+08:00", "2024-11-22T03:32:00.120Z")]
    [InlineData(ZoneForm.Absent, false, "2024-11-22T11:32:00", "2024-11-22T03:32:00.120Z")]
    [InlineData(ZoneForm.Wrong, false, "2024-11-22T11:32:00+07:00", "2024-11-22T04:32:00.120Z")]
    [InlineData(ZoneForm.LocalAsUtc, false, "2024-11-22T11:32:00Z", "2024-11-22T11:32:00.120Z")]
    public void Say_Zone_TextAndTruthAgree(ZoneForm zone, bool milliseconds, string text, string truth)
    {
        CameraProfile profile = Camera.Small with { Zone = zone, Milliseconds = milliseconds };
        Assert.Contains($"<dateTime>{text}</dateTime>", Camera.Raw(profile), StringComparison.Ordinal);
        Assert.Contains("<absTime>20241122113200120</absTime>", Camera.Raw(profile), StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse(truth, System.Globalization.CultureInfo.InvariantCulture), Camera.Say(profile).Truth.Time);
    }

    [Fact]
    public void Say_NoPicture_TruthIsAsCoarseAsTheText()
    {
        CameraStatement statement = Camera.Say(Camera.Small with { Pictures = new PictureProfile { Count = 0 } });
        Assert.Equal(Camera.At.AddMilliseconds(-120), statement.Truth.Time);
        Assert.DoesNotContain("absTime", Encoding.UTF8.GetString(statement.Messages[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_ClockOffset_IsShownAndTrue()
    {
        CameraProfile profile = Camera.Small with { ClockOffset = TimeSpan.FromSeconds(-95) };
        Assert.Contains("<dateTime>2024-11-22T11:30:25+08:00<", Camera.Raw(profile), StringComparison.Ordinal);
        Assert.Equal(Camera.At.AddSeconds(-95), Camera.Say(profile).Truth.Time);
    }

    [Fact]
    public void Say_NamespaceAndPrefix_OnEveryElement()
    {
        string raw = Camera.Raw(Camera.Small with { Namespace = "http://www.std-cgi.com/ver10/XMLSchema", Prefix = "ns1" });
        Assert.Contains("<ns1:EventNotificationAlert version=\"2.0\" xmlns:ns1=\"http://www.std-cgi.com/ver10/XMLSchema\">", raw, StringComparison.Ordinal);
        Assert.Contains("</ns1:licensePlate>", raw, StringComparison.Ordinal);
        Assert.DoesNotMatch("<[a-zA-Z]+>", raw.Split("\r\n--boundary")[0].Split("?>")[1]);
    }

    [Fact]
    public void Say_EmptyElements_AreEmpty()
    {
        string raw = Camera.Raw(Camera.Small with { EmptyElements = true });
        Assert.All(["<channelID/>", "<dynChannelID/>", "<activePostCount/>"], empty => Assert.Contains(empty, raw, StringComparison.Ordinal));
        Assert.DoesNotContain("<channelID/>", Camera.Raw(Camera.Small), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_UnclosedElement_IsNotClosed()
    {
        string raw = Camera.Raw(Camera.Small with { UnclosedElement = true });
        Assert.Contains("<eventDescription>", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("</eventDescription>", raw, StringComparison.Ordinal);
        Assert.Contains("</eventDescription>", Camera.Raw(Camera.Small), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_UnknownEnum_IsInNoList()
    {
        Assert.Contains("<plateType>92wex</plateType>", Camera.Raw(Camera.Small with { UnknownEnum = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Say_HasMoreData_PlateFirstPicturesAfter()
    {
        CameraStatement statement = Camera.Say(Camera.Small with { HasMoreData = true });
        string first = Encoding.Latin1.GetString(statement.Messages[0]);
        string second = Encoding.Latin1.GetString(statement.Messages[1]);
        Assert.Contains("<hasMoreData>true<", first, StringComparison.Ordinal);
        Assert.DoesNotContain("image/jpeg", first, StringComparison.Ordinal);
        Assert.Contains("<hasMoreData>false<", second, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(second, "image/jpeg"));
        Assert.Equal(DateTime().Match(first).Value, DateTime().Match(second).Value);
        Assert.All([first, second], m => Assert.Contains("<UUID>00000000-0000-4000-8000-000000000001</UUID>", m, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RetransmissionMark.Never, true, false)]
    [InlineData(RetransmissionMark.Backlog, false, false)]
    [InlineData(RetransmissionMark.Backlog, true, true)]
    [InlineData(RetransmissionMark.Always, false, true)]
    public void Say_Retransmission_IsMarked(RetransmissionMark mark, bool waited, bool marked)
    {
        string raw = Encoding.Latin1.GetString(Camera.Say(Camera.Small with { Retransmission = mark }, waited).Messages[0]);
        Assert.Contains(marked ? "<isDataRetransmission>true<" : "<isDataRetransmission>false<", raw, StringComparison.Ordinal);
        Assert.Contains(marked ? "<alarmDataType>1<" : "<alarmDataType>0<", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PictureNaming.Declared, "name=\"detectionPicture.jpg\"; filename=\"detectionPicture.jpg\"\r\nContent-Type: image/jpeg")]
    [InlineData(PictureNaming.InternalId, "name=\"detectionPicture.jpg\"; filename=\"7300000001\"\r\nContent-Type: image/jpeg")]
    [InlineData(PictureNaming.FileNameOnly, "form-data; filename=\"detectionPicture.jpg\"\r\nContent-Type: application/octet-stream")]
    public void Say_Naming_OfPictureParts(PictureNaming naming, string expected)
    {
        CameraProfile profile = Camera.Small with { Pictures = Camera.Small.Pictures with { Naming = naming } };
        Assert.Contains(expected, Camera.Raw(profile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Say_Pictures_BytesOnTheWireAreThoseOfTheTruth(int count)
    {
        CameraStatement statement = Camera.Say(Camera.Small with { Pictures = Camera.Small.Pictures with { Count = count } });
        string raw = Encoding.Latin1.GetString(statement.Messages[0]);
        List<string> sent = [.. raw.Split("--boundary")[2..^1].Select(part => part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..^2])];
        Assert.Equal(count, statement.Truth.Pictures.Count);
        Assert.Equal(statement.Truth.Pictures.Select(p => p.Sha256), sent.Select(p => Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(p)))));
        Assert.Equal(statement.Truth.Pictures.Select(p => p.Bytes), sent.Select(p => (long)p.Length));
    }

    [Theory]
    [InlineData(HeartbeatKind.VideoLoss, "<eventType>videoloss</eventType>\r\n<eventState>inactive<", "isapi.org")]
    [InlineData(HeartbeatKind.HeartBeat, "<eventType>heartBeat</eventType>\r\n<eventState>active<", "isapi.org")]
    [InlineData(HeartbeatKind.Psia, "<eventDescription>Heartbeat</eventDescription>", "urn:psialliance-org")]
    public void Heartbeat_Kind_AsTheFirmwareSaysIt(HeartbeatKind kind, string words, string space)
    {
        string raw = Encoding.UTF8.GetString(new CameraVoice("c", Camera.Small with { Heartbeat = kind }, stream: true).Heartbeat(Camera.At));
        Assert.Contains(words, raw, StringComparison.Ordinal);
        Assert.Contains(space, raw, StringComparison.Ordinal);
        Assert.Contains("<activePostCount>0<", raw, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Content-Length: (?<n>\d+)\r\n", RegexOptions.ExplicitCapture)]
    private static partial Regex LengthLine();

    [GeneratedRegex("<dateTime>[^<]*<")]
    private static partial Regex DateTime();
}
