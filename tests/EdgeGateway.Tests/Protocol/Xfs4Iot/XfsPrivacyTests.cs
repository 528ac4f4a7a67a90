using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>
/// A person's data in the place of every text and every number, behind every text, and as the name of every member, of every message: nothing of them comes out of the reader, nor
/// out of what <c>edgegateway decode</c> shows.
/// </summary>
public sealed class XfsPrivacyTests
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is put in, and what must not come out.</summary>
    public static TheoryData<string, string[]> Seeds => new()
    {
        { "11010519491231002X", ["110105", "491231", "002X"] },
        { "１１０１０５１９４９１２３１００２Ｘ", ["１１０", "１００２"] },
        { "6222 0212 3456 7890", ["6222", "7890"] },
        { "6222-0212-3456-7890", ["6222", "7890"] },
        { "138 1234 5678", ["138", "5678"] },
        { "+86-138-1234-5678", ["138", "5678"] },
        { "姓名张三丰", ["张三", "三丰"] },
        { "姓名：张三丰 身份证：11010519491231002X", ["张三", "110105"] },
        { "name=Zhang San", ["Zhang", "San"] },
        { "申请人姓名：张三丰", ["张三", "三丰"] },
        { "客户名称：张三丰", ["张三", "三丰"] },
        { "04A2B3C4D5E680", ["04A2", "E680"] },
        { "A4B2C3D1", ["A4B2", "C3D1"] },
        { "04:A2:B3:C4:D5:E6:80", ["04:A2", "E6:80"] },
        { "ws://kiosk-11010519491231002X:5846/xfs4iot/v1.0/A/", ["110105", "491231"] },
        { "ws://h/xfs4iot/v1.0/04A2B3C4D5E680/", ["04A2", "E680"] },
        { "MTIzNDU2Nzg5MDEyMzQ1Nj0wMA==", ["MTIz", "Nj0w"] },
        { "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/", ["/9j/", "JRgAB", "yPC4z"] },
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Anything_SeededIntoAnyPlace_DoesNotComeOut(string seed, string[] never)
    {
        int told = 0;
        foreach (byte[] message in XfsVectors.Messages)
        {
            foreach (var damaged in Seeded(message, seed))
            {
                string all = Everything(damaged);
                told += all.Length;
                foreach (string secret in never)
                {
                    Assert.False(all.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} of {seed} in {all} from {damaged.ToJsonString(s_plain)}");
                }
            }
        }

        Assert.True(told > 10_000);
    }

    [Theory]
    [InlineData("CardReader.ReadRawData", "CardReader")]
    [InlineData("CardReader.ChipIO", "CardReader")]
    [InlineData("cardreader.readrawdata", "CardReader")]
    [InlineData("CardReader.MediaInsertedEvent", "CardReader")]
    [InlineData("PinPad.GetPinBlock", "PinPad")]
    [InlineData("Keyboard.DataEntry", "Keyboard")]
    [InlineData("KeyManagement.ImportKey", "KeyManagement")]
    [InlineData("Biometric.Read", "Biometric")]
    [InlineData("BarcodeReader.Read", "BarcodeReader")]
    [InlineData("Camera.TakePicture", "Camera")]
    [InlineData("TextTerminal.Read", "TextTerminal")]
    [InlineData("Printer.ReadImage", "Printer")]
    [InlineData("Check.ReadImage", "Check")]
    [InlineData("CashAcceptor.CashIn", "CashAcceptor")]
    [InlineData("Acme.ReadPassport", "other")]
    [InlineData("张三", "other")]
    public void Message_OfAnInterfaceThatHoldsPersonsData_IsDroppedByItsNameAlone(string name, string expected)
    {
        foreach (string type in (string[])["completion", "event", "unsolicited", "acknowledge", "nonsense"])
        {
            // Its payload is no object that could be read, and is not looked at.
            string message = $$$$"""{"payload":{"a":1,"a":2,"track2":"MTIz"},"header":{"name":"{{{{name}}}}","requestId":5,"type":"{{{{type}}}}"}}""";

            var read = XfsReader.Read(Encoding.UTF8.GetBytes(message));

            Assert.Null(read.Message);
            Assert.Equal($"sensitive-dropped-{expected}", read.Reason);
        }
    }

    private static string Everything(JsonNode message)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(message.ToJsonString(s_plain));
        var frame = new Xfs4IotDecoder(TimeProvider.System).Decode(bytes, new Dictionary<string, string> { ["received"] = "2026-01-05T01:10:10Z" }).Single();
        string[] readings = [.. frame.Readings.Select(reading => JsonSerializer.SerializeToNode(reading.Body, reading.Body.GetType(), BodyJson.Default)!.ToJsonString(s_plain))];
        return string.Join('\n', [frame.Fault, frame.Why, frame.Type, frame.Fields?.ToJsonString(s_plain), .. readings, new XfsService().Take(bytes).ToJsonString(s_plain)]);
    }

    /// <summary>The message again and again, each time with the seed in one more place.</summary>
    private static IEnumerable<JsonNode> Seeded(byte[] message, string seed)
    {
        int places = Places(JsonNode.Parse(message)!).Count();
        for (int place = 0; place < places; place++)
        {
            foreach (var put in (Action<JsonNode, string>[])[Replace, Append, Rename])
            {
                var copy = JsonNode.Parse(message)!;
                put(Places(copy).ElementAt(place), seed);
                yield return copy;
            }
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().ToArray().SelectMany(below => Places(below).Append(below)).Distinct(),
        JsonArray items => items.OfType<JsonNode>().ToArray().SelectMany(below => Places(below).Append(below)).Distinct(),
        _ => [],
    };

    private static void Replace(JsonNode place, string seed) => place.ReplaceWith(seed);

    private static void Append(JsonNode place, string seed) => place.ReplaceWith($"{place.ToJsonString().Trim('"')} {seed}");

    private static void Rename(JsonNode place, string seed)
    {
        if (place.Parent is JsonObject parent)
        {
            string name = place.GetPropertyName();
            parent.Remove(name);
            parent[seed] = place;
        }
    }
}
