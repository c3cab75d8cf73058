/* The checks of all rules, for the table; one file per family. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_CHECKS_H
#define RULES_CHECKS_H

#include "rules/rule.h"

/* date_rules.c */
rule_check check_summit_ends_before_it_starts;
rule_check check_event_outside_summit;
rule_check check_document_outside_summit;
rule_check check_amends_a_later_text;
rule_check check_validity_reversed;
rule_check check_validity_before_adoption;
rule_check check_announced_after_the_fact;
rule_check check_held_before_the_fact;
rule_check check_anniversary_miscounted;
rule_check check_next_session_not_later;
rule_check check_appointment_reversed;
rule_check check_signed_before_adoption;
rule_check check_session_outside_span;

/* role_rules.c */
rule_check check_office_not_held;
rule_check check_name_differs_from_registry;
rule_check check_role_needs_state;
rule_check check_role_needs_body;
rule_check check_office_claimed_twice;
rule_check check_unknown_office;
rule_check check_person_twice;

/* delegation_rules.c */
rule_check check_wrong_role_for_delegation;
rule_check check_state_represented_twice;
rule_check check_member_not_accounted_for;
rule_check check_delegation_of_outsider;
rule_check check_delegation_head_from_elsewhere;
rule_check check_absent_but_active;

/* type_rules.c */
rule_check check_validity_required;
rule_check check_validity_not_expected;
rule_check check_target_required;
rule_check check_addressee_expected;
rule_check check_signatories_not_recorded;
rule_check check_signature_of_absent_state;
rule_check check_signed_at_announced_summit;
rule_check check_type_not_of_this_body;
rule_check check_initiator_not_participating;
rule_check check_total_differs;

/* amends_rules.c */
rule_check check_amends_itself;

/* title_rules.c */
rule_check check_title_contradicts_validity;
rule_check check_title_contradicts_type;
rule_check check_document_twice;

/* presidency_rules.c */
rule_check check_wrong_presiding_state;
rule_check check_term_dates_differ;
rule_check check_wrong_successor;
rule_check check_gap_or_overlap;
rule_check check_chair_from_elsewhere;
rule_check check_session_outside_term;
rule_check check_presiding_state_not_participating;
rule_check check_presidency_missing;

/* rotation_rules.c */
rule_check check_rotation_broken;
rule_check check_cochairs_not_neighbours;
rule_check check_host_not_presiding;
rule_check check_next_host_not_presiding;
rule_check check_term_too_long;

/* programme_rules.c */
rule_check check_bilateral_not_between_two;
rule_check check_programme_out_of_order;
rule_check check_person_in_two_places;
rule_check check_extended_before_narrow;
rule_check check_signing_before_talks;
rule_check check_event_ends_before_it_starts;
rule_check check_party_not_at_summit;
rule_check check_reception_not_last;

/* appointment_rules.c */
rule_check check_extends_non_incumbent;
rule_check check_appoints_incumbent;
rule_check check_appointment_to_unknown_office;
rule_check check_unknown_honour;
rule_check check_honour_not_theirs_to_confer;
rule_check check_self_award;
rule_check check_post_filled_twice;
rule_check check_term_differs_from_practice;

#endif
