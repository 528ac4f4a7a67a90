using System.Text;
using EdgeGateway.Protocol.Vda5050;
using EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Vda5050;

public sealed class VdaFuzzTests
{
    private static readonly string[] s_pieces = ["null", "1e999", "-1", "\"NaN\"", "[]", "{}", "true", "\"\\ud83d\"", "[[[[", "\"\\u0000\"", ",", ":", "}", "\"x\":"];

    /// <summary>Good messages with bytes changed, cut, doubled, or pieces of JSON put in: nothing throws, nothing that is no number comes out.</summary>
    [Fact]
    public void Read_MutatedMessages_NeverThrowAndNeverGiveNaN()
    {
        var random = new Random(5050);
        byte[] good = Encoding.UTF8.GetBytes(RobotWords.StateOf(7, ("errors", new System.Text.Json.Nodes.JsonArray(RobotWords.Error("a", "FATAL", "b", "c"))), ("actionStates", new System.Text.Json.Nodes.JsonArray(RobotWords.Action("a", "RUNNING")))));
        int understood = 0;
        int count = FuzzSize.Of(20_000);
        for (int round = 0; round < count; round++)
        {
            byte[] input = Mutate(good, random);
            var state = VdaReader.State(input, out string? fault);
            VdaReader.Connection(input, out _);
            VdaReader.Factsheet(input, out _);
            Assert.Equal(state is null, fault is not null);
            understood += state is null ? 0 : 1;
            double?[] numbers = [state?.SpeedMps, state?.Place?.X, state?.Place?.Y, state?.Place?.Theta, state?.Power?.Percent, state?.Power?.VoltageV];
            Assert.All(numbers, number => Assert.True(number is null || double.IsFinite(number.Value)));
        }

        Assert.InRange(understood, count / 20, count);
    }

    private static byte[] Mutate(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (int change = random.Next(1, 5); change > 0; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_pieces[random.Next(s_pieces.Length)]));
                    break;
                case 3:
                    bytes[at] = (byte)('0' + random.Next(10));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
            }

            if (bytes.Count == 0)
            {
                return [];
            }
        }

        return [.. bytes];
    }
}
