namespace Hillock.Training.Tests;

public class ApprovedApi
{
    [Fact]
    public void The_public_api_is_the_approved_one() => PublicApi.ShouldBeApproved(typeof(Network).Assembly);
}
