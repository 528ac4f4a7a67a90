using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EdgeGateway.Commands;
using EdgeGateway.Commands.HotList;
using EdgeGateway.Commands.Parcels;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Pdt;
using EdgeGateway.Tests.House;
using EdgeGateway.Uplink.Downlink;

namespace EdgeGateway.Tests.Platform;

/// <summary>What the platform sends: its schemas and the product's own readers are of one mind.</summary>
public sealed class PlatformWordsTests
{
    private const string Sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly SchemaValidator s_validator = new(PlatformFiles.Schemas);

    [Fact]
    public void Commands_WithSchemaOfTheirArguments_AreThoseOfTheCodeAndNoneMore()
    {
        var ofTheGateway = typeof(ICommandHandler).Assembly.GetTypes().Where(static type => type.IsClass && type.IsAssignableTo(typeof(ICommandHandler)))
            .Select(static type => ((ICommandHandler)RuntimeHelpers.GetUninitializedObject(type)).Name);

        Assert.Equal(
            DriverCatalog.All.SelectMany(static driver => driver.Commands).Concat(ofTheGateway).Append(ListOrder.CommandName).Distinct().Order(StringComparer.Ordinal),
            PlatformFiles.Names("schemas/args/", ".schema.json").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{\"epoch\":\"5f0c1c52\",\"upTo\":0}", true)]
    [InlineData("{\"epoch\":\"5f0c1c52\",\"upTo\":9,\"missing\":[[1,2],[4,4]],\"media\":[]}", true)]
    [InlineData($"{{\"media\":[\"{Sha}\"]}}", true)]
    [InlineData($"{{\"epoch\":\"5f0c1c52\",\"media\":[\"{Sha}\"]}}", false)]
    [InlineData("{}", false)]
    [InlineData("[]", false)]
    [InlineData("{\"media\":[]}", false)]
    [InlineData("{\"media\":[\"AB\"]}", false)]
    [InlineData("{\"epoch\":\"\",\"upTo\":1}", false)]
    [InlineData("{\"epoch\":5,\"upTo\":1}", false)]
    [InlineData("{\"epoch\":\"5f0c1c52\",\"upTo\":\"1\"}", false)]
    [InlineData("{\"epoch\":\"5f0c1c52\",\"upTo\":9,\"missing\":[[1]]}", false)]
    [InlineData("{\"epoch\":\"5f0c1c52\",\"upTo\":9,\"missing\":[[1,2,3]]}", false)]
    [InlineData("{\"epoch\":\"5f0c1c52\",\"upTo\":9,\"missing\":{}}", false)]
    public void Receipt_GoodAndBad_IsJudgedAsTheGatewayDoes(string json, bool isGood) => OfOneMind("receipt", json, ReceiptReader.Read(Bytes(json), out _) is not null, isGood);

    [Theory]
    [InlineData("{\"online\":true}", true)]
    [InlineData("{\"online\":false,\"receipts\":true,\"media\":true,\"time\":\"2026-11-22T03:32:00Z\",\"more\":1}", true)]
    [InlineData("{}", false)]
    [InlineData("{\"online\":\"yes\"}", false)]
    [InlineData("true", false)]
    public void Presence_GoodAndBad_IsJudgedAsTheGatewayDoes(string json, bool isGood) => OfOneMind("presence", json, Presence.Read(Bytes(json)) is not null, isGood);

    [Theory]
    [InlineData("\"name\":\"radio.send-text\"", "\"name\":\"radio.send-text\"", true)]
    [InlineData(",\"issuer\":\"dispatch-7\"", "", true)]
    [InlineData("03:31:00.000Z", "11:31:00+08:00", true)]
    [InlineData("\"v\":1", "\"v\":2", false)]
    [InlineData("radio.send-text", "send", false)]
    [InlineData("radio.send-text", "Radio.Send", false)]
    [InlineData("\"device\":\"radio-1\"", "\"device\":\"radio 1\"", false)]
    [InlineData("03:31:00.000Z", "03:31:00.000", false)]
    [InlineData("\"args\":{", "\"args\":[],\"other\":{", false)]
    [InlineData("\"issuer\":\"dispatch-7\"", "\"issuer\":\"\"", false)]
    [InlineData("8a6c5a0e-5b1f-4f0c-9d38-2f6f3f1f0a11", "", false)]
    public void Payload_GoodAndBad_IsJudgedAsTheGatewayDoes(string what, string with, bool isGood)
    {
        string json = PlatformFiles.Json("examples/command.json").GetProperty("payload").GetString()!.Replace(what, with, StringComparison.Ordinal);

        OfOneMind("command-payload", json, CommandReader.TryRead(Bytes(json), out _), isGood);
    }

    [Fact]
    public void Command_OfTheExamples_IsReadAndItsSignatureIsGood()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(Repository.Read(PlatformFiles.Folder + "examples/command.public.pem"));

        Assert.True(CommandEnvelopeReader.TryRead(Bytes(PlatformFiles.Json("examples/command.json").GetRawText()), out var envelope, out _));
        Assert.True(CommandSignature.IsGood(key, envelope.Payload.Span, envelope.Signature!));
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(envelope.Payload).RootElement, PlatformFiles.Json("examples/command-payload.json")));
        Assert.True(CommandReader.TryRead(envelope.Payload, out var command));
        Assert.True(JsonElement.DeepEquals(command.Args, PlatformFiles.Json($"examples/args/{command.Name}.json")));
    }

    [Theory]
    [InlineData("radio.send-text", "{\"to\":2001,\"kind\":\"group\",\"text\":\"x\"}", true)]
    [InlineData("radio.send-text", "{\"to\":2001,\"kind\":\"all\",\"text\":\"x\"}", false)]
    [InlineData("radio.send-text", "{\"to\":2001,\"kind\":\"group\",\"text\":\"\"}", false)]
    [InlineData("radio.send-text", "{\"to\":0,\"kind\":\"group\",\"text\":\"x\"}", false)]
    [InlineData("radio.send-text", "{\"to\":2001,\"kind\":\"group\",\"text\":\"x\",\"more\":1}", false)]
    [InlineData("radio.request-position", "{\"radio\":\"2001\"}", true)]
    [InlineData("radio.request-position", "{}", false)]
    [InlineData("radio.poll-presence", "{\"radio\":true}", false)]
    [InlineData("radio.clear-emergency", "{}", true)]
    [InlineData("radio.clear-emergency", "{\"radio\":\"\"}", false)]
    [InlineData("parcel.note", "{\"recordId\":\"p-1\",\"handling\":\"kept\"}", true)]
    [InlineData("parcel.note", "{\"recordId\":\"p-1\"}", false)]
    [InlineData("parcel.note", "{\"handling\":\"kept\"}", false)]
    [InlineData("parcel.note", "{\"recordId\":\"p-1\",\"barcode\":\"1\",\"handling\":\"kept\"}", false)]
    [InlineData("parcel.note", "{\"barcode\":\"1\",\"opened\":false,\"openResult\":\"alarm\"}", false)]
    [InlineData("parcel.note", "{\"barcode\":\"1\",\"handling\":\"lost\"}", false)]
    [InlineData("hotlist.import", $"{{\"sha256\":\"{Sha}\"}}", true)]
    [InlineData("hotlist.import", $"{{\"sha256\":\"{Sha}\",\"mode\":\"merge\"}}", false)]
    [InlineData("hotlist.import", "{\"mode\":\"put\"}", false)]
    [InlineData("hotlist.remove", "{\"ids\":[\"a\"]}", true)]
    [InlineData("hotlist.remove", "{\"ids\":[]}", false)]
    [InlineData("hotlist.remove", "{\"ids\":[\"\"]}", false)]
    [InlineData("hotlist.put", "{\"entries\":[]}", false)]
    [InlineData("hotlist.put", "{\"entries\":{}}", false)]
    public void Arguments_GoodAndBad_AreJudgedAsTheGatewayDoes(string name, string json, bool isGood) => OfOneMind("args." + name, json, IsTaken(name, JsonDocument.Parse(json).RootElement), isGood);

    [Theory]
    [InlineData("uplink.pace", "{\"backfill\":\"slow\"}")]
    [InlineData("uplink.pace", "{\"backfill\":\"fast\"}")]
    [InlineData("uplink.pace", "{\"backfill\":\"stop\",\"forSeconds\":0}")]
    [InlineData("uplink.replay", "{\"devise\":\"cam-03\"}")]
    [InlineData("media.fetch", "{}")]
    [InlineData("gateway.announce", "[]")]
    [InlineData("belt.stop", "{\"unit\":1}")]
    [InlineData("belt.release", "{\"line\":\"1\"}")]
    [InlineData("drone.go-to", "{\"lat\":91,\"lon\":0,\"heightM\":60}")]
    [InlineData("drone.go-to", "{\"lat\":23,\"lon\":113}")]
    [InlineData("drone.hold", "{\"vehicle\":3}")]
    [InlineData("drone.return-home", "{\"now\":true}")]
    [InlineData("drone.take-picture", "{\"camera\":7}")]
    [InlineData("hotlist.replace", "{\"entries\":[{\"id\":\"a\"}]}")]
    public void Arguments_Bad_AreRefused(string name, string json) => Assert.NotEmpty(s_validator.Judge(SchemaIds.SchemaOf("args." + name), JsonDocument.Parse(json).RootElement));

    [Theory]
    [InlineData("id", "no-id")]
    [InlineData("category", "no-category")]
    [InlineData("reason", "no-reason")]
    [InlineData("authority", "no-authority")]
    [InlineData("to", "no-end")]
    [InlineData("plate", "no-plate")]
    public void HotListEntry_WithoutWhatTheGatewayWants_IsRefusedByBoth(string missing, string why)
    {
        var good = PlatformFiles.Json("examples/args/hotlist.put.json");
        var broken = BrokenJson.Missing(good, PlatformFiles.Schemas[SchemaIds.SchemaOf("args.hotlist.put")]).Single(one => one.Where == $"entries.0.{missing}").Value;

        Assert.NotEmpty(s_validator.Judge(SchemaIds.SchemaOf("args.hotlist.put"), broken));
        Assert.Equal(why, HotListRules.WhyNot(HotListJson.Read(broken.GetProperty("entries")[0])!, DateTimeOffset.UnixEpoch, out _));
        Assert.Null(HotListRules.WhyNot(HotListJson.Read(good.GetProperty("entries")[0])!, DateTimeOffset.UnixEpoch, out _));
    }

    private static bool IsTaken(string name, JsonElement args) => name switch
    {
        "radio.send-text" => RadioOrder.Text(args, s_numbers) is not null,
        "radio.request-position" or "radio.poll-presence" => RadioOrder.Radio(args, s_numbers) is not null,
        "radio.clear-emergency" => RadioOrder.TryCaller(args, s_numbers, out _),
        "parcel.note" => NoteArguments.Read(args, DateTimeOffset.UnixEpoch) is not null,
        "hotlist.import" => ListOrder.Of(new Command { Id = "1", Name = name, Device = "gateway", Args = args, IssuedAt = default, NotAfter = default }) is not null,
        "hotlist.remove" => HotListArguments.Ids(args) is not null,
        "hotlist.put" => HotListArguments.Entries(args) is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static readonly NumberRule s_numbers = NumberRule.None;

    private static void OfOneMind(string schema, string json, bool isTaken, bool isGood)
    {
        Assert.Equal(isGood, isTaken);
        Assert.Equal(isGood, s_validator.Judge(SchemaIds.SchemaOf(schema), JsonDocument.Parse(json).RootElement).Count == 0);
    }

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
