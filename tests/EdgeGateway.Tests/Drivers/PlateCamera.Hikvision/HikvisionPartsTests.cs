using System.Text;
using EdgeGateway.Drivers.PlateCamera.Hikvision;
using EdgeGateway.Pipeline;
using EdgeGateway.Pipeline.Passages;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Hikvision;

/// <summary>Plate first and pictures later (plate-camera.md section 3.3 hasMoreData, section 7 merge key), and several plates of one vehicle.</summary>
public sealed class HikvisionPartsTests
{
    private static readonly DateTimeOffset s_received = new(2024, 6, 24, 11, 52, 36, TimeSpan.Zero);

    private readonly PassageBook _book = new();

    [Fact]
    public void Parts_PlateThenPictures_AreReadingsOfTheirOwnThatNameOnePassage()
    {
        var plate = Read("<hasMoreData>true</hasMoreData>", pictures: 0);
        var first = Read("<hasMoreData>true</hasMoreData>", pictures: 1, seed: 1);
        var last = Read("<hasMoreData>false</hasMoreData>", pictures: 1, seed: 2);
        Assert.Equal(3, new[] { plate, first, last }.Select(NativeKey.Of).Distinct().Count());
        Assert.All([plate, first, last], reading => Assert.NotNull(NativeKey.Of(reading)));
        Assert.Equal([true, true, false], new[] { plate, first, last }.Select(reading => reading.Body.Flags?.Contains(PlateFlags.PicturesFollow) == true));

        var passages = new[] { plate, first, last }.Select(reading => ((PlateReadBody)_book.Mark(reading).Body).Passage!).ToList();
        Assert.Single(passages.Select(passage => passage.Id).Distinct());
        Assert.Equal([(1, false), (2, false), (3, true)], passages.Select(passage => (passage.Version, passage.Final!.Value)));
        Assert.Equal([0, 1, 1], new[] { plate, first, last }.Select(reading => reading.Attachments.Count));
    }

    [Fact]
    public void Parts_Repeated_AreTheSameReading()
    {
        Assert.Equal(NativeKey.Of(Read("<hasMoreData>true</hasMoreData>", 1, 1)), NativeKey.Of(Read("<hasMoreData>true</hasMoreData>", 1, 1)));
        Assert.Equal(NativeKey.Of(Read("<hasMoreData>false</hasMoreData>", 1, 1)), NativeKey.Of(Read("", 1, 1)));
    }

    [Fact]
    public void PlateInfoList_TheOtherPlates_AreFurtherPlatesOfOneReading()
    {
        var reading = Read("", 1, more: """
            <PlateInfoList><PlateInfo><licensePlate>蓝苏A3HK57</licensePlate></PlateInfo>
            <PlateInfo><licensePlate>粤Z1234港</licensePlate><plateColor>black</plateColor></PlateInfo>
            <PlateInfo><licensePlate>粤Z1234港</licensePlate></PlateInfo><PlateInfo><other>x</other></PlateInfo></PlateInfoList>
            """);
        var body = (PlateReadBody)reading.Body;
        Assert.Equal("苏A3HK57", body.Plate.Text);
        var further = Assert.Single(body.FurtherPlates!);
        Assert.Equal(("粤Z1234港", "HKMO", "26", 1), (further.Text, further.Class, further.PlateClass, further.Colour));
    }

    private static Reading Read(string inAnpr, int pictures, byte seed = 0, string more = "")
    {
        string alert = "<EventNotificationAlert><dateTime>2024-06-24T19:52:35+08:00</dateTime><eventType>ANPR</eventType><ANPR>"
            + $"<licensePlate>蓝苏A3HK57</licensePlate>{inAnpr}<pictureInfoList><pictureInfo><fileName>detectionPicture.jpg</fileName>"
            + $"<absTime>20240624195235480</absTime></pictureInfo></pictureInfoList></ANPR><UUID>46dd0716-1dd2-11b2-8000-000000000001</UUID>{more}</EventNotificationAlert>";
        var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes($"--b\r\nContent-Type: application/xml\r\n\r\n{alert}\r\n"));
        for (int i = 0; i < pictures; i++)
        {
            body.Write("--b\r\nContent-Disposition: form-data; name=\"detectionPicture.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"u8);
            body.Write([0xFF, 0xD8, 0xFF, 0xE0, seed, 2, 3, 0xFF, 0xD9, (byte)'\r', (byte)'\n']);
        }

        body.Write("--b--\r\n"u8);
        var item = IsapiConversation.ReadBody(body.ToArray(), "multipart/form-data; boundary=b").Single(item => item.Event is not null);
        return HikvisionMapping.ToReading(item.Event!, new HikvisionPlace { Device = "cam-1" }, s_received)!;
    }
}
