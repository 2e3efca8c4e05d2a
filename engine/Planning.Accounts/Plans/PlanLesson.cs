using Planning.Accounts.Customers;

namespace Planning.Accounts.Plans;

/// <summary>What a plan year, or a plan that ends, has taught (METHOD A11, A12).</summary>
/// <param name="Text">What happened, and why.</param>
/// <param name="Now">What is done otherwise from now on.</param>
public sealed record PlanLesson(Id<PlanLesson> Id, string Text, string Now);

[Command("record-plan-lesson", "Write down what the plan has taught, and what is done otherwise from now on")]
public sealed record RecordLesson(PlanLesson Lesson) : CustomerCommand
{
    public override IEnumerable<FieldMistake> Mistakes(Customer customer, Occasion on) => FieldMistake.Among(
        FieldMistake.Blank(nameof(Lesson.Text), Lesson.Text), FieldMistake.Blank(nameof(Lesson.Now), Lesson.Now));

    public override Decision Decide(Customer customer, Occasion on) => customer.WithPlan(plan =>
        plan.Lessons.FirstOrDefault(known => known.Id == Lesson.Id) is { } known
            ? known == Lesson
                ? Decision.Record()
                : Decision.Refuse("lesson-known", $"The lesson {Lesson.Id} is another one already; give this one an id of its own.")
            : plan.Over() ?? Decision.Record(new PlanLessonLearnt(Lesson)));
}
