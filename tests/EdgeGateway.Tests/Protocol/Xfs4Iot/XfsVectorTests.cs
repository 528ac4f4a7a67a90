using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>Every case in <c>Captures/kiosk-xfs4iot</c>: messages of one service one after the other, and after each what must be known, by kiosk.md section 4.</summary>
public sealed class XfsVectorTests
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Cases => [.. XfsVectors.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Vector_GivesWhatTheDocumentExpects(string name)
    {
        var service = new XfsService();
        foreach (var step in XfsVectors.Steps(name))
        {
            var got = service.Take(Encoding.UTF8.GetBytes(step["text"]?.GetValue<string>() ?? step["message"]!.ToJsonString(s_plain)));

            Check(name, step["expect"]!.AsObject(), got);
        }
    }

    [Fact]
    public void Cases_AreThere() => Assert.True(XfsVectors.Names.Count() >= 11);

    private static void Check(string name, JsonObject expect, JsonObject got)
    {
        string all = got.ToJsonString(s_plain);
        foreach (var never in expect["never"]?.AsArray() ?? [])
        {
            Assert.DoesNotContain(never!.GetValue<string>(), all, StringComparison.Ordinal);
        }

        expect.Remove("never");
        Compare(name, expect, got);
    }

    /// <summary>Objects need what is wanted and may have more, but an empty one is empty; lists and values are the same.</summary>
    private static void Compare(string path, JsonNode? want, JsonNode? got)
    {
        if (want is not JsonObject { Count: > 0 } members)
        {
            Assert.True(JsonNode.DeepEquals(want, got), $"{path}: expected {want?.ToJsonString() ?? "nothing"}, got {got?.ToJsonString() ?? "nothing"}");
            return;
        }

        foreach (var (member, value) in members)
        {
            Compare($"{path}/{member}", value, (got as JsonObject)?[member]);
        }
    }
}
