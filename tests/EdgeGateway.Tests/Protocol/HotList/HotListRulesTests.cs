using System.Text;
using System.Text.Json;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.HotList;

public sealed class HotListRulesTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("苏A3HK57", "苏A3HK57", null)]
    [InlineData("苏A·3HK57", "苏A3HK57", null)]
    [InlineData("蓝苏A3HK57", "苏A3HK57", 5)]
    [InlineData("苏a3hk５７", "苏A3HK57", null)]
    [InlineData("苏A3-K57", "苏A3?K57", null)]
    [InlineData("ABC123", "ABC123", null)]
    public void WhyNot_Plate_IsWrittenAsReadingsAre(string plate, string expected, int? colour)
    {
        Assert.Null(HotListRules.WhyNot(Entry() with { Plate = plate }, s_now, out var tidy));
        Assert.Equal((expected, colour), (tidy.Plate, tidy.Colour));
    }

    [Theory]
    [InlineData("id", "", HotListFaults.NoId)]
    [InlineData("plate", "", HotListFaults.NoPlate)]
    [InlineData("plate", "unknown", HotListFaults.NoPlate)]
    [InlineData("plate", "???????", HotListFaults.NoPlate)]
    [InlineData("plate", "苏A?????", HotListFaults.MaskTooWide)]
    [InlineData("plate", "苏A3HK57苏A3HK57苏A3", HotListFaults.BadPlate)]
    [InlineData("plate", "苏A*7", HotListFaults.BadPlate)]
    [InlineData("category", " ", HotListFaults.NoCategory)]
    [InlineData("reason", "", HotListFaults.NoReason)]
    [InlineData("authority", "", HotListFaults.NoAuthority)]
    [InlineData("authority", "a\nb", HotListFaults.Garbled)]
    [InlineData("to", null, HotListFaults.NoEnd)]
    [InlineData("to", "2026-11-22T03:31:59Z", HotListFaults.Over)]
    [InlineData("to", "2026-01-01T00:00:00Z", HotListFaults.EndsBeforeItBegins)]
    [InlineData("to", "2027-01-01T00:00:00", null)]
    [InlineData("to", 5, null)]
    [InlineData("colour", 100, HotListFaults.BadColour)]
    [InlineData("plateClass", "2", HotListFaults.BadClass)]
    [InlineData("fuzzy", "yes", null)]
    public void Read_OneThingWrong_IsRefusedByItsOwnWord(string name, object? value, string? word)
    {
        var json = JsonSerializer.Deserialize<Dictionary<string, object?>>(Json(Entry()))!;
        json[name] = value;
        var entry = HotListJson.Read(JsonSerializer.SerializeToElement(json));

        // What has the wrong type is not read at all.
        Assert.Equal(word, entry is null ? null : HotListRules.WhyNot(entry, s_now, out _));
        Assert.Equal(word is null, entry is null);
    }

    [Theory]
    [InlineData("Id", 65)]
    [InlineData("Category", 33)]
    [InlineData("Reason", 257)]
    [InlineData("Authority", 65)]
    [InlineData("NotifyAt", 257)]
    public void WhyNot_TextTooLong_IsRefused(string name, int length)
    {
        string text = new('案', length);
        var entry = name switch
        {
            "Id" => Entry() with { Id = text },
            "Category" => Entry() with { Category = text },
            "Reason" => Entry() with { Reason = text },
            "Authority" => Entry() with { Authority = text },
            _ => Entry() with { NotifyAt = text },
        };

        Assert.Equal(HotListFaults.TooLong, HotListRules.WhyNot(entry, s_now, out _));
    }

    [Fact]
    public void Json_EveryField_IsReadBackAsItWas()
    {
        var entry = Entry() with { Colour = 5, PlateClass = "02", Priority = 3, NotifyAt = "http://h/x", Fuzzy = true };

        Assert.Equal(entry, HotListJson.Read(JsonDocument.Parse(Json(entry)).RootElement));
        Assert.Equal(Entry(), HotListJson.Read(JsonDocument.Parse(Json(Entry())).RootElement));
    }

    [Fact]
    public void Read_AnyJson_NeverThrows()
    {
        var random = new Random(9);
        byte[] good = Encoding.UTF8.GetBytes(Json(Entry() with { Colour = 5, Fuzzy = true }));
        for (int i = 0; i < FuzzSize.Of(20_000); i++)
        {
            byte[] bytes = [.. good];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)"\\u{}[]\":,0-.eE\x7f\xff"[random.Next(16)];
            }

            try
            {
                using var document = JsonDocument.Parse(bytes);
                if (HotListJson.Read(document.RootElement) is { } entry)
                {
                    _ = HotListRules.WhyNot(entry, s_now, out _);
                }
            }
            catch (JsonException)
            {
                // Not JSON: the reader is not asked.
            }
        }
    }

    [Fact]
    public void Digest_OfIds_IsWhatSha256sumSays()
    {
        using var digest = new HotListDigest();
        digest.Add("a");
        digest.Add("b");

        // printf 'a\nb\n' | sha256sum
        Assert.Equal("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2", digest.End());
        digest.Add("a");
        Assert.Equal("87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7", digest.End());
    }

    private static HotListEntry Entry() => new()
    {
        Id = "e-1", Plate = "苏A3HK57", Category = "stolen", Reason = "case 12", Authority = "station 4",
        From = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), To = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    private static string Json(HotListEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            HotListJson.Write(json, entry);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
