using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>Who must be left alone on a line, and how long.</summary>
public sealed class OwedAnswersTests
{
    private static readonly TimeSpan s_latest = TimeSpan.FromSeconds(2);
    private static readonly ModbusRequest s_one = ModbusRequest.Read(ModbusArea.Input, 6, 2);
    private static readonly ModbusRequest s_other = ModbusRequest.Read(ModbusArea.Input, 10, 2);

    private readonly FakeTimeProvider _time = new();
    private readonly OwedAnswers _owed;

    public OwedAnswersTests() => _owed = new OwedAnswers(_time);

    [Fact]
    public void LeaveAlone_RepetitionWasEndedByTheAnswerToTheFirst_TheRepetitionIsStillOwed()
    {
        _owed.Asked(3, s_one, s_latest);
        _time.Advance(TimeSpan.FromSeconds(1));
        _owed.Asked(3, s_one, s_latest);
        _time.Advance(TimeSpan.FromMilliseconds(200));
        _owed.Answered(3, s_one);

        Assert.Equal(TimeSpan.FromMilliseconds(1800), _owed.LeaveAlone(3, s_other));
        Assert.Equal(TimeSpan.Zero, _owed.LeaveAlone(3, s_one));
        _time.Advance(TimeSpan.FromMilliseconds(1800));
        Assert.Equal(TimeSpan.Zero, _owed.LeaveAlone(3, s_other));
    }

    [Fact]
    public void LeaveAlone_EverythingIsAnswered_IsNotNeeded()
    {
        _owed.Asked(3, s_one, s_latest);
        _owed.Answered(3, s_one);

        Assert.Equal(TimeSpan.Zero, _owed.LeaveAlone(3, s_other));
    }

    [Fact]
    public void LeaveAlone_OtherUnitOrOtherFunction_IsNotNeeded()
    {
        _owed.Asked(3, s_one, s_latest);

        Assert.Equal(TimeSpan.Zero, _owed.LeaveAlone(4, s_other));
        Assert.Equal(TimeSpan.Zero, _owed.LeaveAlone(3, ModbusRequest.WriteRegisters(0, [1])));
    }

    /// <summary>An order does something each time: the answer to one is not the answer to the other.</summary>
    [Fact]
    public void LeaveAlone_SameOrderAgain_IsNeeded()
    {
        _owed.Asked(3, ModbusRequest.WriteRegisters(0, [1]), s_latest);

        Assert.Equal(s_latest, _owed.LeaveAlone(3, ModbusRequest.WriteRegisters(0, [1])));
    }
}
