using System.Collections.Concurrent;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Viid.Writing;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

/// <summary>What a registered camera posts, and what it is told.</summary>
public sealed class ViidUploadTests
{
    [Theory]
    [InlineData("POST", "/VIID/MotorVehicles")]
    [InlineData("PUT", "/VIID/MotorVehicles")]
    [InlineData("POST", "/viid/motorvehicles/")]
    [InlineData("PUT", "/VIID/MotorVehicles/340200000013200000070220240624195235000010200001")]
    public async Task Post_AVehicle_IsStoredThenAcknowledged(string method, string path)
    {
        var sink = new FakeSink();
        await using var site = await StartAsync(sink);
        var answer = await site.Camera.PostAsync(path, CameraPeer.Upload("苏A3HK57"), method);

        Assert.Equal(200, answer.Status);
        Assert.Equal([0], answer.Codes);
        Assert.Contains("application/VIID+JSON", answer.Head, StringComparison.Ordinal);
        Assert.Equal("苏A3HK57", ((PlateReadBody)Assert.Single(sink.Entered).Body).Plate.Text);
        Assert.Equal(CameraPeer.Id(1), answer.Json["ResponseStatusListObject"]!["ResponseStatusObject"]![0]!["Id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_SomeAreRefused_OnlyThoseAreNotAcknowledged()
    {
        var sink = new PickySink("皖A4XG29");
        await using var site = await StartAsync(sink);
        var answer = await site.Camera.PostAsync(
            "/VIID/MotorVehicles", CameraPeer.UploadOf(CameraPeer.Vehicle("苏A3HK57", 1), CameraPeer.Vehicle("皖A4XG29", 2), "{}", CameraPeer.Vehicle("沪B57913", 3)));

        Assert.Equal(200, answer.Status);
        Assert.Equal([0, 2, 8, 0], answer.Codes);
        Assert.Equal(["沪B57913", "苏A3HK57"], sink.Stored.Order());
        sink.Accepts = true;
        Assert.Equal([0], (await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.Upload("皖A4XG29", 2))).Codes);
    }

    [Fact]
    public async Task Post_NothingIsStored_Is503WithAStatusForEach()
    {
        await using var site = await StartAsync(new FakeSink { Refuses = true });
        var answer = await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.UploadOf(CameraPeer.Vehicle("苏A3HK57", 1), CameraPeer.Vehicle("皖A4XG29", 2)));

        Assert.Equal(503, answer.Status);
        Assert.Equal([2, 2], answer.Codes);
    }

    [Theory]
    [InlineData("no json", 7)]
    [InlineData("{\"MotorVehicleListObject\":", 7)]
    [InlineData("{\"Other\":1}", 8)]
    [InlineData("{\"MotorVehicleListObject\":{\"MotorVehicleObject\":[]}}", 8)]
    public async Task Post_Garbage_Is400AndCounted(string body, int code)
    {
        await using var site = await StartAsync(new FakeSink());
        var answer = await site.Camera.PostAsync("/VIID/MotorVehicles", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal([code], answer.Codes);
        Assert.Contains(site.Host.Faults, fault => fault.Kind == FaultKind.Garbled);
    }

    [Fact]
    public async Task Post_ManyVehiclesAtOnce_EachIsStored()
    {
        var sink = new FakeSink();
        await using var site = await StartAsync(sink);
        var answer = await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.UploadOf([.. Enumerable.Range(1, 260).Select(i => CameraPeer.Vehicle("苏A3HK57", i))]));

        Assert.Equal(260, answer.Codes.Count(code => code == 0));
        Assert.Equal(260, sink.Stored);
    }

    [Fact]
    public async Task Post_OneIdForTwoVehicles_NeitherIsARepeatOfTheOther()
    {
        var sink = new FakeSink();
        await using var site = await StartAsync(sink);
        await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.UploadOf(CameraPeer.Vehicle("苏A3HK57"), CameraPeer.Vehicle("皖A4XG29")));
        await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.UploadOf(CameraPeer.Vehicle("苏A3HK57")));

        UInt128?[] keys = [.. sink.Entered.Select(NativeKey.Of)];
        Assert.Equal(3, keys.Length);
        Assert.Single(sink.Entered.Select(reading => reading.Body.Source!.NativeId).Distinct());
        Assert.Equal(2, keys.Distinct().Count());
        Assert.Equal(keys[0], keys[2]);
    }

    [Fact]
    public async Task Post_NotificationWithTwoVehicles_IsOneStatusAfterBoth()
    {
        var sink = new PickySink("皖A4XG29");
        await using var site = await StartAsync(sink);
        string both = Notification($"\"MotorVehicleObjectList\":{{\"MotorVehicleObject\":[{CameraPeer.Vehicle("苏A3HK57", 1)},{CameraPeer.Vehicle("皖A4XG29", 2)}]}}");
        string one = Notification($"\"MotorVehicleObjectList\":{{\"MotorVehicleObject\":[{CameraPeer.Vehicle("沪B57913", 3)}]}}");

        Assert.Equal([2], (await site.Camera.PostAsync("/VIID/SubscribeNotifications", both)).Codes);
        Assert.Equal([0], (await site.Camera.PostAsync("/VIID/SubscribeNotifications", one)).Codes);
    }

    [Theory]
    [InlineData("/VIID/Faces", "{\"FaceListObject\":{\"FaceObject\":[{\"FaceID\":\"1\"},{\"FaceID\":\"2\"}]}}")]
    [InlineData("/VIID/Persons", "{\"PersonListObject\":{\"PersonObject\":[{\"PersonID\":\"1\"},{\"PersonID\":\"2\"}]}}")]
    [InlineData("/VIID/NonMotorVehicles", "{\"NonMotorvehicle0bjectList\":{\"NonMotorVehicleObject\":[{\"NonMotorVehicleID\":\"1\"},{\"NonMotorVehicleID\":\"2\"}]}}")]
    public async Task Post_People_AreRefusedOrForgottenAndNeverKept(string path, string body)
    {
        var sink = new FakeSink();
        await using var strict = await StartAsync(sink);
        await using var meek = await StartAsync(sink, options => options with { People = ViidPeople.Discard });

        var refused = await strict.Camera.PostAsync(path, body);
        Assert.Equal((200, "1"), (refused.Status, refused.Json["ResponseStatusListObject"]!["ResponseStatusObject"]![0]!["Id"]!.GetValue<string>()));
        Assert.Equal([4, 4], refused.Codes);
        Assert.Equal([0, 0], (await meek.Camera.PostAsync(path, body)).Codes);
        Assert.Contains((FaultKind.Unsupported, "people-not-taken"), strict.Host.Faults);
        Assert.Empty(sink.Entered);
    }

    [Fact]
    public async Task Post_NotificationOfPeople_IsRefused()
    {
        var sink = new FakeSink();
        await using var site = await StartAsync(sink);

        Assert.Equal([4], (await site.Camera.PostAsync("/VIID/SubscribeNotifications", Notification("\"FaceObjectList\":{\"FaceObject\":[{\"FaceID\":\"1\"}]}"))).Codes);
        Assert.Equal([0], (await site.Camera.PostAsync("/VIID/SubscribeNotifications", Notification("\"DeviceList\":{\"APEObject\":[{\"ApeID\":\"1\"}]}"))).Codes);
        Assert.Empty(sink.Entered);
    }

    [Theory]
    [InlineData("POST", "/VIID/APEs", "{\"APEListObject\":{\"APEObject\":[{\"ApeID\":\"1\"}]}}", 200, 0)]
    [InlineData("PUT", "/VIID/Tollgates", "{\"TollgateListObject\":{\"TollgateObject\":{\"TollgateID\":\"1\"}}}", 200, 0)]
    [InlineData("POST", "/VIID/Lanes", "{\"LaneListObject\":{\"LaneObject\":[{\"LaneId\":1}]}}", 200, 0)]
    [InlineData("POST", "/VIID/Images", "{\"ImageListObject\":{\"Image\":[{\"ImageInfo\":{\"ImageID\":\"1\"},\"Data\":\"/9j/2Q==\"}]}}", 200, 4)]
    [InlineData("GET", "/VIID/MotorVehicles", "", 405, 4)]
    [InlineData("DELETE", "/VIID/MotorVehicles?IDList=1", "", 405, 4)]
    [InlineData("POST", "/VIID/Subscribes", "{}", 404, 4)]
    [InlineData("POST", "/VIID/System/Reboot", "{}", 404, 4)]
    [InlineData("POST", "/VIID", "{}", 404, 4)]
    public async Task Post_OtherResources_AreAnsweredInTheirWords(string method, string path, string body, int status, int code)
    {
        var sink = new FakeSink();
        await using var site = await StartAsync(sink);
        var answer = await site.Camera.PostAsync(path, body, method);

        Assert.Equal(status, answer.Status);
        Assert.Equal([code], answer.Codes);
        Assert.Empty(sink.Entered);
    }

    [Fact]
    public async Task Post_PicturesAfterTheirVehicle_AreJoinedToItAndOthersAreNotSafe()
    {
        var sink = new FakeSink();
        await using var site = await StartAsync(sink);
        string vehicle = CameraPeer.Vehicle("苏A3HK57").Replace("\"Data\":\"/9j/2Q==\"", "\"Width\":0", StringComparison.Ordinal);
        string face = vehicle.Replace("\"Type\":\"01\"", "\"Type\":\"11\"", StringComparison.Ordinal).Replace(CameraPeer.Id(1), CameraPeer.Id(2), StringComparison.Ordinal).Replace("\"ImageID\":\"", "\"ImageID\":\"9", StringComparison.Ordinal);
        await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.UploadOf(vehicle, face));
        string image = CameraPeer.Id(1)[..41];
        string late = $"{{\"ImageListObject\":{{\"Image\":[{{\"ImageInfo\":{{\"ImageID\":\"{image}\"}},\"Data\":\"/9j/2Q==\"}},{{\"ImageInfo\":{{\"ImageID\":\"9{image}\"}},\"Data\":\"/9j/2Q==\"}},{{\"ImageID\":\"{image}\",\"Data\":\"\"}}]}}}}";
        var answer = await site.Camera.PostAsync("/VIID/Images", late);

        Assert.Equal([0, 4, 8], answer.Codes);
        var joined = (PlateReadBody)sink.Entered.Last().Body;
        Assert.Equal(("苏A3HK57", CameraPeer.Id(1), $"{CameraPeer.Id(1)}:{image}:32461d5bd1773012", "scene"), (joined.Plate.Text, joined.PassageKey, joined.Source!.NativeId, joined.Media!.Single().Role));
        Assert.Equal(CameraPeer.Id(1), ((PlateReadBody)sink.Entered.First().Body).PassageKey);
        Assert.Equal(3, sink.Entered.Count);
    }

    [Fact]
    public async Task Post_InAnotherDialect_IsAnsweredInIt()
    {
        await using var site = await StartAsync(new FakeSink(), options => options with { Dialect = new ViidDialect { StatusCode = ViidScalar.Text, IdKey = "ID", ListStatus = ViidForm.Single } });
        var answer = await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.Upload("苏A3HK57"));

        Assert.Equal("0", answer.Json["ResponseStatusObject"]!["StatusCode"]!.GetValue<string>());
        Assert.Equal(CameraPeer.Id(1), answer.Json["ResponseStatusObject"]!["ID"]!.GetValue<string>());
    }

    [Fact]
    public async Task Post_SixMegabytePicture_IsStoredWhole()
    {
        byte[] picture = new byte[6 * 1024 * 1024];
        new Random(7).NextBytes(picture);
        (picture[0], picture[1], picture[2]) = (0xFF, 0xD8, 0xFF);
        var sink = new FakeSink();
        await using var site = await StartAsync(sink);
        var answer = await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.Upload("苏A3HK57").Replace("/9j/2Q==", Convert.ToBase64String(picture), StringComparison.Ordinal));

        Assert.Equal([0], answer.Codes);
        Assert.Equal(picture, Assert.Single(Assert.Single(sink.Entered).Attachments).Content.ToArray());
    }

    private static string Notification(string what) =>
        $"{{\"SubscribeNotificationListObject\":{{\"SubscribeNotificationObject\":[{{\"NotificationID\":\"340200000000042024062419523500001\",{what}}}]}}}}";

    private static async Task<ViidSite> StartAsync(IReadingSink sink, Func<ViidCameraOptions, ViidCameraOptions>? change = null)
    {
        var site = await ViidSite.StartAsync(sink, change);
        Assert.Equal(200, (await site.Camera.RegisterAsync()).Status);
        return site;
    }

    /// <summary>Refuses one plate until told otherwise.</summary>
    private sealed class PickySink(string refused) : IReadingSink
    {
        public ConcurrentQueue<string> Stored { get; } = new();

        public bool Accepts { get; set; }

        public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct)
        {
            string plate = ((PlateReadBody)reading.Body).Plate.Text!;
            if (plate == refused && !Accepts)
            {
                throw new StoreRefusedException("disk full");
            }

            Stored.Enqueue(plate);
            return ValueTask.FromResult(new Emitted(Stored.Count, false));
        }
    }
}
